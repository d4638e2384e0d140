package io.geminigateway.dialect;

import io.geminigateway.gemini.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One field of a form: a piece of the body it came in, not a copy. A file has a `fileName`.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FormField(
        String name, @Nullable String fileName, @Nullable String contentType, byte[] body, int offset, int length) {

    /// The value as text; malformed UTF-8 becomes replacement characters.
    public String text() {
        return new String(body, offset, length, StandardCharsets.UTF_8);
    }

    public Utf8 base64() {
        return Utf8.base64(body, offset, length);
    }

    /// The first bytes, to tell what they are.
    public byte[] head(int atMost) {
        return Arrays.copyOfRange(body, offset, offset + Math.min(length, atMost));
    }
}
