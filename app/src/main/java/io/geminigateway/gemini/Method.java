package io.geminigateway.gemini;

/// What can be asked of a model, in Gemini's own words: the end of a call's path.
public enum Method {
    GENERATE_CONTENT("generateContent"),
    STREAM_GENERATE_CONTENT("streamGenerateContent"),
    COUNT_TOKENS("countTokens"),
    EMBED_CONTENT("embedContent"),
    BATCH_EMBED_CONTENTS("batchEmbedContents"),
    /// No model's: see [ResourceRequest].
    RESOURCE("");

    private final String wireName;

    Method(String wireName) {
        this.wireName = wireName;
    }

    /// As it stands in a path, behind the colon.
    public String wireName() {
        return wireName;
    }

    /// Whether the answer is a stream of events rather than one object.
    public boolean isStream() {
        return this == STREAM_GENERATE_CONTENT;
    }

    /// Whether the answer is a `GenerateContentResponse`, or several.
    public boolean generates() {
        return this == GENERATE_CONTENT || this == STREAM_GENERATE_CONTENT;
    }
}
