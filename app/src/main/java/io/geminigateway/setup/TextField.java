package io.geminigateway.setup;

import io.geminigateway.setup.Keyboard.Keystroke;

/// A line of text that is being typed, and where in it.
final class TextField {
    private static final int DOTS = 24;

    private final boolean secret;
    private final boolean many;
    private final StringBuilder text = new StringBuilder();
    private int cursor;

    TextField(boolean secret, boolean many) {
        this.secret = secret;
        this.many = many;
    }

    String text() {
        return text.toString();
    }

    /// Whether it may hold several lines.
    boolean isMany() {
        return many;
    }

    void take(Keystroke key) {
        switch (key) {
            case Keystroke.Typed typed -> insert(typed.text());
            case Keystroke.Pasted pasted ->
                insert(many ? pasted.text() : pasted.text().replaceAll("\\s*\n\\s*", ""));
            case Keystroke.Named named -> move(named);
        }
    }

    private void insert(String more) {
        text.insert(cursor, more);
        cursor += more.length();
    }

    private void move(Keystroke.Named key) {
        switch (key) {
            case LEFT -> cursor = Math.max(0, cursor - 1);
            case RIGHT -> cursor = Math.min(text.length(), cursor + 1);
            case HOME -> cursor = 0;
            case END -> cursor = text.length();
            case BACKSPACE -> {
                if (cursor > 0) {
                    text.deleteCharAt(--cursor);
                }
            }
            case DELETE -> {
                if (cursor < text.length()) {
                    text.deleteCharAt(cursor);
                }
            }
            case CLEAR -> {
                text.setLength(0);
                cursor = 0;
            }
            case ENTER -> insert("\n"); // in the middle of a paste
            case UP, DOWN, LEAVE, NOTHING -> {}
        }
    }

    /// What a screen of this width shows of it, and where the cursor stands in that.
    Shown shown(int width) {
        if (secret) {
            var lines = text.toString().lines().filter(line -> !line.isBlank()).count();
            var dots = "\u2022".repeat(Math.min(DOTS, text.length()));
            var shown = many && lines > 1 ? "%s  %d lines".formatted(dots, lines) : dots;
            return new Shown(shown, shown.length());
        }
        var from = Math.max(0, Math.min(cursor - width + 1, text.length() - width + 1));
        var line = text.substring(from, Math.min(text.length(), from + width)).replace('\n', ' ');
        return new Shown(line, cursor - from);
    }

    record Shown(String text, int cursor) {}
}
