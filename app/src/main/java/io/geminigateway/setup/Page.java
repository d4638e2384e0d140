package io.geminigateway.setup;

import io.geminigateway.terminal.Terminal;
import io.geminigateway.terminal.Terminal.Tone;

/// What the wizard prints between its questions: short lines, in one column.
final class Page {
    private static final String MARGIN = "  ";
    private static final int WIDEST = 88;

    private final Terminal terminal;
    private final int width;

    Page(Terminal terminal, int width) {
        this.terminal = terminal;
        this.width = Math.min(Math.max(width - 1, 40), WIDEST);
    }

    Terminal terminal() {
        return terminal;
    }

    /// For text within the margins.
    int width() {
        return width - MARGIN.length();
    }

    void blank() {
        terminal.line();
    }

    void title(String title, String more) {
        blank();
        terminal.line(terminal.in(Tone.BOLD, title) + MARGIN + terminal.in(Tone.DIM, more));
        blank();
    }

    void good(String text) {
        marked(Tone.GOOD, "\u2714", text);
    }

    void bad(String text) {
        marked(Tone.BAD, "\u2718", text);
    }

    void warm(String text) {
        marked(Tone.WARM, "!", text);
    }

    void note(String text) {
        text.lines().forEach(line -> wrapped(line, Tone.DIM));
    }

    void plain(String text) {
        text.lines().forEach(line -> wrapped(line, Tone.PLAIN));
    }

    /// As it is: nothing may break an address that is to be copied.
    void address(String url) {
        terminal.line(terminal.in(Tone.COOL, url));
    }

    private void marked(Tone tone, String mark, String text) {
        var lines = Paragraph.wrap(text, width());
        terminal.line(terminal.in(tone, mark) + " " + lines.getFirst());
        lines.stream().skip(1).forEach(line -> terminal.line(MARGIN + line));
    }

    private void wrapped(String text, Tone tone) {
        Paragraph.wrap(text, width()).forEach(line -> terminal.line(MARGIN + terminal.in(tone, line)));
    }
}
