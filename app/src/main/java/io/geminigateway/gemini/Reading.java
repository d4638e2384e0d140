package io.geminigateway.gemini;

/// What some bytes from Google turned out to be.
public sealed interface Reading {
    record Event(GeminiEvent event) implements Reading {}

    /// Google reports a failure, whatever the HTTP status said. `json` is the object with the member `error`.
    @SuppressWarnings("ArrayRecordComponent") // owned by whoever receives it; never compared
    record ErrorObject(byte[] json) implements Reading {}

    /// Not JSON, or not what Gemini answers. The reason is for the log: it quotes nothing of the answer.
    record Malformed(String reason) implements Reading {}
}
