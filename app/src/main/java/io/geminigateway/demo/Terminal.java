package io.geminigateway.demo;

import java.io.PrintStream;

/// Prints to a person. Colours only on a terminal that wants them: see https://no-color.org
final class Terminal {
    enum Tone {
        PLAIN("0"),
        BOLD("1"),
        DIM("2"),
        GOOD("32"),
        BAD("31"),
        WARM("33"),
        COOL("36");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    private final PrintStream out;
    private final boolean colours;

    Terminal(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where jdk.console names the old console
    static Terminal ofProcess() {
        var console = System.console();
        var wanted =
                System.getenv("NO_COLOR") == null || System.getenv("NO_COLOR").isEmpty();
        var dumb = "dumb".equals(System.getenv("TERM"));
        return new Terminal(System.out, console != null && console.isTerminal() && wanted && !dumb);
    }

    void line() {
        out.println();
    }

    void line(String text) {
        out.println(text);
    }

    /// Prints without ending the line, and at once.
    void part(String text) {
        out.print(text);
        out.flush();
    }

    void title(String text) {
        out.println();
        out.println(in(Tone.BOLD, text));
    }

    String in(Tone tone, String text) {
        return colours && tone != Tone.PLAIN ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
    }
}
