package io.geminigateway.terminal;

import java.io.PrintWriter;

/// Prints to a person. Colours only on a terminal that wants them: see https://no-color.org
public final class Terminal {
    public enum Tone {
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

    private final PrintWriter out;
    private final boolean colours;

    private Terminal(PrintWriter out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /// The process's own output.
    public static Terminal ofProcess() {
        return over(new PrintWriter(System.out, true, System.out.charset()));
    }

    /// Prints to `out`, which is on the process's output.
    public static Terminal over(PrintWriter out) {
        return new Terminal(out, wantsColours());
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where jdk.console names the old console
    private static boolean wantsColours() {
        var console = System.console();
        var wanted =
                System.getenv("NO_COLOR") == null || System.getenv("NO_COLOR").isEmpty();
        var dumb = "dumb".equals(System.getenv("TERM"));
        return console != null && console.isTerminal() && wanted && !dumb;
    }

    public void line() {
        line("");
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /// Prints without ending the line, and at once.
    public void part(String text) {
        out.print(text);
        out.flush();
    }

    public void title(String text) {
        line();
        line(in(Tone.BOLD, text));
    }

    public String in(Tone tone, String text) {
        return colours && tone != Tone.PLAIN ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
    }
}
