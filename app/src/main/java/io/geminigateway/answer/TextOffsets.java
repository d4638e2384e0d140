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
        var left = bytes;
        var count = 0;
        for (var i = 0; i < text.length() && left > 0; ) {
            var character = text.codePointAt(i);
            left -= utf8Length(character);
            i += Character.charCount(character);
            count++;
        }
        return stretch.start() + count;
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
