package io.geminigateway.relay;

import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A client that writes down what it is told.
class HeardReply implements Reply {
    final List<GeminiEvent> events = new ArrayList<>();
    int ends;

    @Nullable
    Failure failure;

    @Override
    public void event(GeminiEvent event) {
        events.add(event);
    }

    @Override
    public void drained() {}

    @Override
    public void ended() {
        ends++;
    }

    @Override
    public void failed(Failure failure) {
        this.failure = failure;
        ends++;
    }
}
