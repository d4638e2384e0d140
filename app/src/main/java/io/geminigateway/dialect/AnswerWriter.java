package io.geminigateway.dialect;

import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.SseWriter;
import java.util.List;
import java.util.Map;

/// Writes Gemini's events as one answer in the client's dialect. Pure and synchronous; the caller owns socket and
/// back-pressure. Holds the little state that a stream needs: one writer per answer, one thread at a time.
public interface AnswerWriter {
    /// The value of the content-type header, asked for when the answer begins to be sent: once all of it is written,
    /// unless it is a stream.
    String contentType();

    /// Headers of the answer, beyond its content type. Asked for when a whole answer is sent.
    default Map<String, String> headers() {
        return Map.of();
    }

    /// Whether the client hears Google's own words: then an answer that is none to us is told as it came, too.
    default boolean isVerbatim() {
        return false;
    }

    /// What lies with the account that served, from this answer on. Asked for once all of it is written.
    default List<Kept> kept() {
        return List.of();
    }

    /// Appends what this event means to the client; may append nothing.
    void event(GeminiEvent event, Bytes out);

    /// Appends what keeps a client waiting that has heard nothing for long; it may be the first thing that is sent.
    /// Streams only.
    default void heartbeat(Bytes out) {
        SseWriter.comment("keep-alive", out);
    }

    /// The same for an event of the `part`-th call, where a request takes several: see [DialectCall#geminiRequests].
    default void event(int part, GeminiEvent event, Bytes out) {
        event(event, out);
    }

    /// Appends what ends a complete answer (for an unstreamed one: all of it). Called once, last, unless [#fail] is.
    /// Where the answer turns out to be none, a stream ends with an error; an unstreamed answer throws a
    /// [io.geminigateway.failure.GatewayException] and appends nothing.
    void end(Bytes out);

    /// Appends the error that ends a broken answer after its first byte was sent. Streams only.
    void fail(Failure failure, Bytes out);
}
