package io.geminigateway.prompt;

import io.geminigateway.gemini.Utf8;

/// Data in base64 that was looked through once, and is passed on as it is: Google takes both alphabets, padded or not.
public record Base64Text(Utf8 text) {
    private static final int MOST_PADDING = 2;

    public Base64Text(Utf8 text, String path) {
        this(checked(text, path));
    }

    private static Utf8 checked(Utf8 text, String path) {
        var end = text.endOfBase64();
        if (end < text.length() && isBlank(text.at(end))) {
            return checked(withoutBlanks(text), path);
        }
        var padding = text.length() - end;
        if (end == 0
                || end % 4 == 1
                || padding > MOST_PADDING
                || (padding > 0 && text.length() % 4 != 0)
                || !isPadding(text.from(end))) {
            throw Invalid.value(path, "'%s' is not valid base64".formatted(path));
        }
        return text;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private static boolean isPadding(Utf8 text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.at(i) != '=') {
                return false;
            }
        }
        return true;
    }

    private static Utf8 withoutBlanks(Utf8 text) {
        var kept = new byte[text.length()];
        var length = 0;
        for (var i = 0; i < text.length(); i++) {
            if (!isBlank(text.at(i))) {
                kept[length++] = text.at(i);
            }
        }
        return Utf8.within(kept, 0, length);
    }
}
