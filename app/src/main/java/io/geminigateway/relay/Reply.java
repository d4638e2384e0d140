package io.geminigateway.relay;

import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.telemetry.ModelMeter;
import java.util.List;

/// The client's side of an exchange. Told on the request's event loop: events in order, then exactly one of [#ended]
/// and
/// [#failed]; nothing after [Exchange#cancel].
public interface Reply {
    /// The first of these is the commit point: from here on the client may have seen bytes, and nothing is retried.
    void event(GeminiEvent event);

    /// An event of the `part`-th call, where a request takes several.
    default void event(int part, GeminiEvent event) {
        event(event);
    }

    /// Where to count what is asked for.
    ModelMeter meter();

    /// The answer of one call has come to its proper end, and cost this. Before [#ended].
    void charge(UsageMetadata usage);

    /// A good moment to flush: the socket has nothing more just now.
    void drained();

    void ended();

    void failed(Failure failure);

    /// In the place of [#failed], where Google did answer, but with nothing that is an answer to us. `said` is what the
    /// client was not told of it.
    default void cameToNothing(Failure failure, List<GeminiEvent> said) {
        failed(failure);
    }
}
