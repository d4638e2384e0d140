package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A JSON value, letter by letter, that has been read as such: mostly a stretch of what it came in.
public record RawJson(Utf8 text) {
    /// What we wrote ourselves.
    public static RawJson of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8));
    }

    /// The same; the array is never to be changed.
    public static RawJson of(byte[] json) {
        return new RawJson(Utf8.within(json, 0, json.length));
    }

    /// A copy.
    public byte[] bytes() {
        return Arrays.copyOfRange(text.array(), text.from(), text.to());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
