package io.geminigateway.setup;

import io.geminigateway.setup.Question.Option;
import io.geminigateway.terminal.Terminal;
import io.geminigateway.terminal.Terminal.Tone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Asks line by line, with numbers to choose by: for pipes and for terminals that can do no more. A thread of its own
/// reads, because a line may be awaited beside something else.
final class LineScreen implements Screen {
    private static final int WIDTH = 80;
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final String END = "\u0004";

    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(64);
    private final Page page;
    private final Terminal terminal;
    private final Thread reader;
    private boolean ended;

    LineScreen(Reader input, Terminal terminal) {
        this.terminal = terminal;
        this.page = new Page(terminal, WIDTH);
        this.reader = Thread.ofVirtual().name("input").unstarted(() -> read(new BufferedReader(input)));
        reader.start();
    }

    @Override
    public String choose(Question.Choice question) {
        terminal.line("? " + terminal.in(Tone.BOLD, question.text()));
        var number = 1;
        for (var option : question.options()) {
            terminal.line("  %d  %s  %s"
                    .formatted(number++, option.label(), terminal.in(Tone.DIM, option.note()))
                    .stripTrailing());
        }
        while (true) {
            var typed = prompt("  1-%d: ".formatted(question.options().size()));
            var chosen = chosen(question, typed);
            if (chosen.isPresent()) {
                return chosen.get();
            }
            page.bad("Please type the number of one of them.");
        }
    }

    @Override
    public String type(Question.Text question) {
        var usual =
                question.otherwise() == null || question.otherwise().isEmpty() ? "" : " [" + question.otherwise() + "]";
        terminal.line("? " + terminal.in(Tone.BOLD, question.text()) + usual);
        if (!question.note().isEmpty()) {
            page.note(question.note());
        }
        if (!question.many()) {
            return prompt("  : ");
        }
        var all = new StringBuilder();
        for (var line = prompt("  : "); !line.isEmpty(); line = prompt("  : ")) {
            all.append(line).append('\n');
        }
        return all.toString();
    }

    @Override
    public boolean confirm(Question.Confirm question) {
        while (true) {
            var typed = prompt("? %s %s "
                            .formatted(
                                    terminal.in(Tone.BOLD, question.text()), question.otherwise() ? "(Y/n)" : "(y/N)"))
                    .toLowerCase(Locale.ROOT);
            switch (typed) {
                case "" -> {
                    return question.otherwise();
                }
                case "y", "yes" -> {
                    return true;
                }
                case "n", "no" -> {
                    return false;
                }
                default -> page.bad("Please answer y or n.");
            }
        }
    }

    @Override
    public Optional<String> typedBefore(CompletableFuture<?> event, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!event.isDone() && System.nanoTime() < deadline) {
            var line = next(GLANCE);
            if (line.isPresent()) {
                return line;
            }
        }
        return Optional.empty();
    }

    @Override
    public Page page() {
        return page;
    }

    @Override
    public void close() {
        // the reader ends with the program: a thread that waits for standard input cannot be told
    }

    private static Optional<String> chosen(Question.Choice question, String typed) {
        var number = typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : 0;
        return number >= 1 && number <= question.options().size()
                ? Optional.of(question.options().get(number - 1).word())
                : question.options().stream()
                        .map(Option::word)
                        .filter(typed::equals)
                        .findFirst();
    }

    private String prompt(String text) {
        terminal.part(text);
        while (true) {
            var line = next(Duration.ofDays(1));
            if (line.isPresent()) {
                return line.get().strip();
            }
            if (ended) {
                terminal.line();
                throw new LeftException("The input has ended.");
            }
        }
    }

    private Optional<String> next(Duration atMost) {
        if (ended) {
            pause(atMost);
            return Optional.empty();
        }
        try {
            var line = lines.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (END.equals(line)) {
                ended = true;
                return Optional.empty();
            }
            return Optional.ofNullable(line);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LeftException("Interrupted.");
        }
    }

    /// Nobody types any more; the browser may still come back.
    private static void pause(Duration atMost) {
        if (atMost.compareTo(GLANCE) <= 0) {
            CompletableFuture.runAsync(
                            () -> {}, CompletableFuture.delayedExecutor(atMost.toMillis(), TimeUnit.MILLISECONDS))
                    .join();
        }
    }

    private void read(BufferedReader input) {
        try {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                lines.put(line);
            }
            lines.put(END);
        } catch (IOException unreadable) {
            lines.add(END);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
