package io.geminigateway.telemetry;

import java.util.Locale;

/// What a client wants of a model, in OpenTelemetry's words; [#OTHER] has none there: lists, files, counts of tokens.
public enum Operation {
    CHAT,
    TEXT_COMPLETION,
    EMBEDDINGS,
    GENERATE_CONTENT,
    OTHER;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    String wireName() {
        return wireName;
    }
}
