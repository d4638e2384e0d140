package io.geminigateway.demo;

import io.geminigateway.simulator.Entry;
import io.geminigateway.terminal.Terminal;
import io.geminigateway.terminal.Terminal.Tone;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// What the demo shows: an answer streamed, one whole, a failover, and a freeze for exactly as long as Google says.
final class Show {
    /// The draw decides who serves, so the show asks until it has seen what it is about; this is plenty.
    private static final int QUESTIONS_AT_MOST = 100;

    private final Stage stage;
    private final Client client;
    private final Terminal terminal;

    Show(Stage stage, Client client, Terminal terminal) {
        this.stage = stage;
        this.client = client;
        this.terminal = terminal;
    }

    /// Plays once; false when the gateway did not show what it promises.
    boolean play() throws IOException, InterruptedException {
        introduce();
        streamed();
        whole();
        var seen = untilFailoverAndFreeze();
        freezes();
        terminal.line();
        if (seen) {
            terminal.line(terminal.in(Tone.GOOD, "Every question was answered; no client saw a failure."));
        } else {
            terminal.line(terminal.in(Tone.BAD, "The demo did not go as it should; this is a bug worth reporting."));
        }
        return seen;
    }

    private void introduce() {
        terminal.title("Gemini Gateway, with a pretend Google behind it: no account needed");
        terminal.line("  account " + terminal.in(Tone.COOL, Stage.STEADY) + "    always answers");
        terminal.line("  account " + terminal.in(Tone.COOL, Stage.FLAKY) + "     answers every call with 500");
        terminal.line("  account " + terminal.in(Tone.COOL, Stage.LIMITED) + "   allows two requests a minute");
        terminal.line("  gateway " + terminal.in(Tone.COOL, "http://127.0.0.1:" + stage.port() + "/v1"));
    }

    private void streamed() throws IOException, InterruptedException {
        terminal.title("1  A question, streamed");
        var before = stage.calls();
        terminal.part("   ");
        client.stream("Who are you?", terminal::part);
        terminal.line();
        servedBy(stage.callsAfter(before));
    }

    private void whole() throws IOException, InterruptedException {
        terminal.title("2  A question, answered in one piece");
        var before = stage.calls();
        var answer = client.ask("echo: The same endpoint, the same format, nothing streamed.");
        terminal.line("   " + answer.text());
        servedBy(stage.callsAfter(before));
    }

    private boolean untilFailoverAndFreeze() throws IOException, InterruptedException {
        terminal.title("3  More questions: one account fails, another runs out of quota, no client notices");
        for (var n = 1; n <= QUESTIONS_AT_MOST; n++) {
            var before = stage.calls();
            var begun = System.nanoTime();
            var answer = client.ask("echo: question " + n);
            var took = Duration.ofNanos(System.nanoTime() - begun);
            var calls = stage.callsAfter(before);
            terminal.line("   %-12s %s  %s"
                    .formatted(
                            "question " + n,
                            answer.status() == 200
                                    ? terminal.in(Tone.GOOD, "answered")
                                    : terminal.in(Tone.BAD, "failed: " + answer.text()),
                            terminal.in(Tone.DIM, "in %3d ms by ".formatted(took.toMillis())) + path(calls)));
            if (answer.status() != 200) {
                return false;
            }
            if (hasFrozen(Stage.FLAKY) && hasFrozen(Stage.LIMITED)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasFrozen(String account) {
        return stage.news().stream().anyMatch(news -> news.account().equals(account));
    }

    private void freezes() {
        terminal.title("4  What the pool made of it");
        var now = Instant.now();
        for (var frozen : stage.news()) {
            terminal.line("   Account frozen  %s  %s, for %s"
                    .formatted(
                            terminal.in(Tone.COOL, "%-8s".formatted(frozen.account())),
                            terminal.in(Tone.WARM, frozen.cause()),
                            "%.1f s more"
                                    .formatted(Duration.between(now, frozen.until())
                                                    .toMillis()
                                            / 1000.0)));
        }
    }

    private void servedBy(List<Entry> calls) {
        terminal.line(terminal.in(Tone.DIM, "   served by ") + path(calls));
    }

    /// `flaky (500) -> steady`: the accounts that a request was tried on.
    private String path(List<Entry> calls) {
        return calls.stream().map(this::step).collect(Collectors.joining(terminal.in(Tone.DIM, " -> ")));
    }

    private String step(Entry call) {
        var name = call.account().orElse("?");
        return call.status() == 200
                ? terminal.in(Tone.COOL, name)
                : terminal.in(Tone.BAD, "%s (%d)".formatted(name, call.status()));
    }

    void invite() {
        terminal.title("Try it");
        terminal.line("""
                   curl -N http://127.0.0.1:%d/v1/chat/completions \\
                     -H 'content-type: application/json' \\
                     -d '{"model":"%s","stream":true,"messages":[{"role":"user","content":"Hello!"}]}'
                """.formatted(stage.port(), Client.MODEL).stripTrailing());
        terminal.line();
        terminal.line(terminal.in(Tone.DIM, "Running until you press Ctrl-C."));
    }
}
