package io.geminigateway.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.utils.NonBlockingReader;

/// Makes keys out of what a terminal sends: arrows are several characters, and a paste comes between two marks.
final class Keyboard {
    static final int FOR_EVER = 0;

    /// Milliseconds between the characters of one key: long, because a busy machine or a slow line may dawdle, and
    /// nobody waits for a lone escape.
    private static final int SAME_KEY = 400;

    private static final int SAME_PASTE = 60;
    private static final char ESCAPE = '\u001b';
    private static final String PASTE_ENDS = ESCAPE + "[201~";
    private static final int LONGEST_PASTE = 200_000;

    /// What was pressed.
    sealed interface Keystroke {
        record Typed(String text) implements Keystroke {}

        record Pasted(String text) implements Keystroke {}

        enum Named implements Keystroke {
            UP,
            DOWN,
            LEFT,
            RIGHT,
            HOME,
            END,
            ENTER,
            BACKSPACE,
            DELETE,
            CLEAR,
            LEAVE,
            NOTHING
        }
    }

    private final NonBlockingReader reader;

    Keyboard(NonBlockingReader reader) {
        this.reader = reader;
    }

    /// [Keystroke.Named#NOTHING] if none comes within this many milliseconds.
    Keystroke next(int millis) {
        try {
            var c = reader.read(millis);
            return switch (c) {
                case NonBlockingReader.READ_EXPIRED -> Keystroke.Named.NOTHING;
                case NonBlockingReader.EOF, 3, 4 -> Keystroke.Named.LEAVE; // Ctrl-C, Ctrl-D
                case '\r', '\n' -> Keystroke.Named.ENTER;
                case 8, 127 -> Keystroke.Named.BACKSPACE;
                case 1 -> Keystroke.Named.HOME;
                case 5 -> Keystroke.Named.END;
                case 21 -> Keystroke.Named.CLEAR; // Ctrl-U
                case 14 -> Keystroke.Named.DOWN;
                case 16 -> Keystroke.Named.UP;
                case ESCAPE -> sequence();
                default -> c < ' ' ? Keystroke.Named.NOTHING : new Keystroke.Typed(character((char) c));
            };
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// Whether more is on its way at once, as in a paste of a terminal that does not mark it.
    boolean hasMore() {
        try {
            return reader.peek(SAME_PASTE) >= 0;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String character(char c) throws IOException {
        return Character.isHighSurrogate(c) ? "" + c + (char) reader.read(SAME_KEY) : String.valueOf(c);
    }

    private Keystroke sequence() throws IOException {
        var opening = reader.read(SAME_KEY);
        if (opening != '[' && opening != 'O') {
            return Keystroke.Named.NOTHING;
        }
        var parameters = new StringBuilder();
        var last = reader.read(SAME_KEY);
        while (last >= ' ' && last < '@') {
            parameters.append((char) last);
            last = reader.read(SAME_KEY);
        }
        return switch (last) {
            case 'A' -> Keystroke.Named.UP;
            case 'B' -> Keystroke.Named.DOWN;
            case 'C' -> Keystroke.Named.RIGHT;
            case 'D' -> Keystroke.Named.LEFT;
            case 'H' -> Keystroke.Named.HOME;
            case 'F' -> Keystroke.Named.END;
            case '~' ->
                switch (parameters.toString()) {
                    case "1", "7" -> Keystroke.Named.HOME;
                    case "4", "8" -> Keystroke.Named.END;
                    case "3" -> Keystroke.Named.DELETE;
                    case "200" -> paste();
                    default -> Keystroke.Named.NOTHING;
                };
            default -> Keystroke.Named.NOTHING;
        };
    }

    private Keystroke paste() throws IOException {
        var text = new StringBuilder();
        while (text.length() < LONGEST_PASTE) {
            var c = reader.read(2_000L);
            if (c < 0) {
                break;
            }
            text.append((char) c);
            if (c == '~' && text.toString().endsWith(PASTE_ENDS)) {
                text.setLength(text.length() - PASTE_ENDS.length());
                break;
            }
        }
        return new Keystroke.Pasted(text.toString().replace('\r', '\n'));
    }
}
