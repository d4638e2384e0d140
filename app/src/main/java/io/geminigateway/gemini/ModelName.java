package io.geminigateway.gemini;

import io.geminigateway.failure.Failure;
import java.util.regex.Pattern;

/// The bare id of a Gemini model: `gemini-3.8-flash`. Safe to put into a path, a header and a log line.
public record ModelName(String value) {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}");
    private static final Pattern PREFIX = Pattern.compile("^(?:publishers/)?(?:google/)?(?:models/)?");

    public ModelName {
        if (!isName(value)) {
            var shown = value.length() > 64 ? value.substring(0, 64) + "..." : value;
            throw new Failure.ModelNotFound("The model '%s' does not exist".formatted(shown)).asException();
        }
    }

    /// Whether a model can be called so.
    public static boolean isName(String value) {
        return SAFE.matcher(value).matches();
    }

    /// Reads what clients send: with or without `models/`, `google/` or `publishers/google/models/` in front.
    public static ModelName of(String spoken) {
        return new ModelName(PREFIX.matcher(spoken.strip()).replaceFirst(""));
    }

    @Override
    public String toString() {
        return value;
    }
}
