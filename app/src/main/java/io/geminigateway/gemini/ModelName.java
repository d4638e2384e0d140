package io.geminigateway.gemini;

import io.geminigateway.failure.Failure;

/// The bare id of a Gemini model: `gemini-3.8-flash`. Safe to put into a path, a header and a log line.
public record ModelName(String value) {
    private static final int LONGEST = 128;

    public ModelName {
        if (!isName(value)) {
            var shown = value.length() > 64 ? value.substring(0, 64) + "..." : value;
            throw new Failure.ModelNotFound("The model '%s' does not exist".formatted(shown)).asException();
        }
    }

    /// Whether a model can be called so.
    public static boolean isName(String value) {
        if (value.isEmpty() || value.length() > LONGEST || !isAlphanumeric(value.charAt(0))) {
            return false;
        }
        for (var i = 1; i < value.length(); i++) {
            if (!isAlphanumeric(value.charAt(i)) && "._:@-".indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    /// Reads what clients send: with or without `models/`, `google/` or `publishers/google/models/` in front.
    public static ModelName of(String spoken) {
        return new ModelName(without("models/", without("google/", without("publishers/", spoken.strip()))));
    }

    private static String without(String prefix, String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    @Override
    public String toString() {
        return value;
    }
}
