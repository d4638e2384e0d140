package io.geminigateway.gemini;

import java.util.Locale;

/// A kind of content that goes into a model or comes out of it.
public enum Modality {
    TEXT,
    IMAGE,
    VIDEO,
    AUDIO,
    PDF;

    /// The name in files and messages: `image`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
