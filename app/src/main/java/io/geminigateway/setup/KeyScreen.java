package io.geminigateway.setup;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.geminigateway.setup.Keyboard.Keystroke;
import io.geminigateway.setup.Question.Option;
import io.geminigateway.terminal.Terminal;
import io.geminigateway.terminal.Terminal.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jline.terminal.Attributes.LocalFlag;
import org.jspecify.annotations.Nullable;

/// Asks at a terminal: arrow keys choose, secrets are not shown, and an answered question shrinks to one line.
final class KeyScreen implements Screen {
    private static final int GLANCE = 50;
    private static final String CLEAR_BELOW = "\r\u001b[J";
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String MARK_PASTES = "\u001b[?2004h";
    private static final String NO_PASTE_MARKS = "\u001b[?2004l";

    private final org.jline.terminal.Terminal device;
    private final Terminal out;
    private final Keyboard keyboard;
    private final Page page;

    KeyScreen(org.jline.terminal.Terminal device) {
        this.device = device;
        out = Terminal.over(device.writer());
        keyboard = new Keyboard(device.reader());
        page = new Page(out, device.getColumns());
    }

    @Override
    public String choose(Question.Choice question) {
        var options = question.options();
        int at = raw(
                () -> { // before the first word is shown: somebody may type ahead
                    heading(question.text());
                    menu(options, 0);
                    out.part(HIDE_CURSOR);
                    var chosen = 0;
                    while (true) {
                        var key = keyboard.next(Keyboard.FOR_EVER);
                        if (key == Keystroke.Named.ENTER) {
                            return chosen;
                        }
                        chosen = moved(key, chosen, options.size());
                        up(options.size());
                        menu(options, chosen);
                    }
                });
        answered(options.size() + 1, question.text(), options.get(at).label());
        return options.get(at).word();
    }

    @Override
    public String type(Question.Text question) {
        heading(question.text());
        var note = question.note().isEmpty()
                ? List.<String>of()
                : question.note()
                        .lines()
                        .flatMap(line -> Paragraph.wrap(line, page.width()).stream())
                        .toList();
        note.forEach(line -> out.line("  " + out.in(Tone.DIM, line)));
        var field = new TextField(question.secret(), question.many());
        var usual = question.otherwise() == null ? "" : question.otherwise();
        var typed = edit(field, usual, null).orElse("");
        var shown = typed.isBlank() ? usual : field.shown(page.width()).text();
        answered(note.size() + 1, question.text(), shown);
        return typed;
    }

    @Override
    public boolean confirm(Question.Confirm question) {
        heading(question.text());
        out.part("  " + out.in(Tone.DIM, question.otherwise() ? "Y/n " : "y/N "));
        boolean yes = raw(() -> {
            while (true) {
                var key = keyboard.next(Keyboard.FOR_EVER);
                leaveOn(key);
                if (key == Keystroke.Named.ENTER) {
                    return question.otherwise();
                }
                if (key instanceof Keystroke.Typed typed && "ynYN".contains(typed.text())) {
                    return typed.text().toLowerCase(Locale.ROOT).equals("y");
                }
            }
        });
        answered(1, question.text(), yes ? "Yes" : "No");
        return yes;
    }

    @Override
    public Optional<String> typedBefore(CompletableFuture<?> event, Duration atMost) {
        var late = new CompletableFuture<Object>().completeOnTimeout("", atMost.toMillis(), MILLISECONDS);
        return edit(new TextField(false, false), "", CompletableFuture.anyOf(event, late));
    }

    @Override
    public Page page() {
        return page;
    }

    @Override
    public void close() {
        try {
            device.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Empty once the event came.
    private Optional<String> edit(TextField field, String usual, @Nullable CompletableFuture<?> event) {
        return raw(() -> {
            out.part(MARK_PASTES);
            draw(field, usual);
            while (event == null || !event.isDone()) {
                var key = keyboard.next(event == null ? Keyboard.FOR_EVER : GLANCE);
                leaveOn(key);
                if (key == Keystroke.Named.ENTER && !(field.isMany() && keyboard.hasMore())) {
                    out.part(CLEAR_BELOW);
                    return Optional.of(field.text());
                }
                if (key != Keystroke.Named.NOTHING) {
                    field.take(key);
                    draw(field, usual);
                }
            }
            out.part(CLEAR_BELOW);
            return Optional.empty();
        });
    }

    private void draw(TextField field, String usual) {
        var shown = field.shown(Math.max(20, device.getColumns() - 4));
        var text = shown.text().isEmpty() ? out.in(Tone.DIM, usual) : shown.text();
        out.part(CLEAR_BELOW + out.in(Tone.COOL, "\u203a ") + text + "\r\u001b[" + (shown.cursor() + 2) + "C");
    }

    private void menu(List<Option> options, int chosen) {
        var widest = options.stream()
                .mapToInt(option -> option.label().length())
                .max()
                .orElse(0);
        for (var at = 0; at < options.size(); at++) {
            var option = options.get(at);
            var label = option.label() + " ".repeat(widest - option.label().length());
            var room = Math.max(0, device.getColumns() - widest - 6);
            var note = option.note().substring(0, Math.min(room, option.note().length()));
            out.line(
                    at == chosen
                            ? out.in(Tone.COOL, "\u276f " + label) + "  " + note
                            : "  " + label + "  " + out.in(Tone.DIM, note));
        }
    }

    private int moved(Keystroke key, int chosen, int size) {
        leaveOn(key);
        return switch (key) {
            case Keystroke.Typed typed -> byNumber(typed.text(), chosen, size);
            case Keystroke.Named.UP -> (chosen + size - 1) % size;
            case Keystroke.Named.DOWN -> (chosen + 1) % size;
            case Keystroke.Named _, Keystroke.Pasted _ -> chosen;
        };
    }

    private static int byNumber(String typed, int chosen, int size) {
        var number = typed.matches("[1-9]") ? Integer.parseInt(typed) : 0;
        return number >= 1 && number <= size ? number - 1 : chosen;
    }

    private void leaveOn(Keystroke key) {
        if (key == Keystroke.Named.LEAVE) {
            out.line(CLEAR_BELOW.substring(1));
            throw new LeftException("");
        }
    }

    private void heading(String text) {
        out.line(out.in(Tone.COOL, "?") + " " + out.in(Tone.BOLD, text));
    }

    /// Shrinks the question, `lines` above the cursor, to one line.
    private void answered(int lines, String text, String answer) {
        up(lines);
        out.line(CLEAR_BELOW + out.in(Tone.GOOD, "\u2714") + " " + text + "  " + out.in(Tone.COOL, answer));
    }

    private void up(int lines) {
        out.part("\r\u001b[" + lines + "A");
    }

    /// Every key comes to us, Ctrl-C too; afterwards the terminal is as it was.
    private <T> T raw(Supplier<T> work) {
        var before = device.enterRawMode();
        var all = device.getAttributes();
        all.setLocalFlag(LocalFlag.ISIG, false);
        device.setAttributes(all);
        try {
            return work.get();
        } finally {
            out.part(NO_PASTE_MARKS + SHOW_CURSOR);
            device.setAttributes(before);
        }
    }
}
