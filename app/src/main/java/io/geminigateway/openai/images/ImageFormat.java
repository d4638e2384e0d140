package io.geminigateway.openai.images;

import io.geminigateway.gemini.Utf8;
import java.util.Base64;
import java.util.Optional;

/// What an image's bytes are; what others say of them may be wrong.
enum ImageFormat {
    PNG("image/png"),
    JPEG("image/jpeg"),
    WEBP("image/webp"),
    HEIC("image/heic");

    /// As many bytes as it takes to tell, and as many characters of base64.
    static final int HEAD = 12;

    private static final int HEAD_BASE64 = 16;

    private final String mimeType;

    ImageFormat(String mimeType) {
        this.mimeType = mimeType;
    }

    String mimeType() {
        return mimeType;
    }

    static Optional<ImageFormat> ofBase64(Utf8 base64) {
        if (base64.length() < HEAD_BASE64) {
            return Optional.empty();
        }
        try {
            return of(Base64.getDecoder().decode(base64.until(HEAD_BASE64).toString()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static Optional<ImageFormat> of(byte[] head) {
        if (head.length < HEAD) {
            return Optional.empty();
        }
        if (head[0] == (byte) 0x89 && isAt(head, 1, "PNG")) {
            return Optional.of(PNG);
        }
        if (head[0] == (byte) 0xFF && head[1] == (byte) 0xD8) {
            return Optional.of(JPEG);
        }
        if (isAt(head, 0, "RIFF") && isAt(head, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        return isAt(head, 4, "ftyp") ? Optional.of(HEIC) : Optional.empty();
    }

    private static boolean isAt(byte[] head, int offset, String text) {
        for (var i = 0; i < text.length(); i++) {
            if (head[offset + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
