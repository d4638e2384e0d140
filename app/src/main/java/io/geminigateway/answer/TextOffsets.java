package io.geminigateway.answer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where in the text that a client sees a byte of one of Gemini's parts is. Gemini counts UTF-8 bytes inside a part,
/// over all events; clients count characters from the start of the text.
final class TextOffsets {
    private record Stretch(int start, StringBuilder text) {}

    private final Map<Integer, Stretch> parts = new HashMap<>();
    private @Nullable Stretch first;
    private int characters;

    void append(int part, String text) {
        var stretch = parts.computeIfAbsent(part, _ -> new Stretch(characters, new StringBuilder()));
        if (first == null) {
            first = stretch;
        }
        stretch.text().append(text);
        characters += text.codePointCount(0, text.length());
    }

    /// A part without text of its own, such as a thought, counts as the first that has some.
    int characters(int part, int bytes) {
        var stretch = parts.getOrDefault(part, first);
        if (stretch == null) {
            return 0;
        }
        var text = stretch.text();
        return stretch.start() + text.codePointCount(0, index(text, bytes));
    }

    /// What the part says from one byte to another.
    String text(int part, int fromByte, int toByte) {
        var stretch = parts.getOrDefault(part, first);
        if (stretch == null) {
            return "";
        }
        var text = stretch.text();
        var from = index(text, fromByte);
        return text.substring(from, Math.max(from, index(text, toByte)));
    }

    /// Where so many bytes of the text end.
    private static int index(StringBuilder text, int bytes) {
        var left = bytes;
        var i = 0;
        while (i < text.length() && left > 0) {
            var character = text.codePointAt(i);
            left -= utf8Length(character);
            i += Character.charCount(character);
        }
        return i;
    }

    private static int utf8Length(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
