package io.geminigateway.upstream;

import io.geminigateway.gemini.GeminiEvent;

/// Hears what comes of one call. One thread at a time.
public interface UpstreamSink {
    void event(GeminiEvent event);

    /// All events that one read from the socket brought have been told: a good moment to flush.
    void drained();

    /// The answer is complete: its last event carried a finish reason or a refusal of the prompt.
    void ended();

    void failed(UpstreamFailure failure);
}
