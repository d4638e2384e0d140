package io.geminigateway.upstream;

/// A call under way. Used from the event loop that sent it.
public interface UpstreamExchange {
    /// Stops reading from the socket (soon: what was read already is still told) until [#resume].
    void pause();

    void resume();

    /// Gives up at once: the stream is reset or the connection closed, and the sink hears nothing more.
    /// Idempotent.
    void cancel();
}
