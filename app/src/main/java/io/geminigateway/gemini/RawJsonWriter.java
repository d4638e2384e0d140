package io.geminigateway.gemini;

import io.avaje.json.JsonWriter;
import io.avaje.json.stream.DelegateJsonWriter;
import java.util.HexFormat;

/// Writes raw fields as they are, in any language: avaje's own writer (3.11) keeps only the low byte of each character.
final class RawJsonWriter extends DelegateJsonWriter {
    private static final HexFormat HEX = HexFormat.of();

    RawJsonWriter(JsonWriter delegate) {
        super(delegate);
    }

    @Override
    public void rawValue(String json) {
        delegate.rawValue(isAscii(json) ? json : escaped(json));
    }

    private static boolean isAscii(String json) {
        for (var i = 0; i < json.length(); i++) {
            if (json.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /// In valid JSON only strings contain other characters, and there an escape means the same.
    private static String escaped(String json) {
        var ascii = new StringBuilder(json.length() + 64);
        for (var i = 0; i < json.length(); i++) {
            var c = json.charAt(i);
            if (c < 0x80) {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(HEX.toHexDigits(c));
            }
        }
        return ascii.toString();
    }
}
