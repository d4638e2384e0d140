package io.geminigateway.dialect;

import java.util.Locale;

/// Whose API a dialect is.
public enum Family {
    OPENAI,
    ANTHROPIC,
    GEMINI;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /// As it is written in metrics: `openai`.
    public String wireName() {
        return wireName;
    }
}
