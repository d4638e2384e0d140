package io.geminigateway.relay;

import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.telemetry.ModelMeter;
import io.geminigateway.telemetry.Operation;
import io.geminigateway.telemetry.TestTelemetry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A client that writes down what it is told.
class HeardReply implements Reply {
    final List<GeminiEvent> events = new ArrayList<>();
    int ends;

    private final ModelMeter meter = TestTelemetry.fresh()
            .route("openai", Operation.CHAT, "/chat/completions")
            .model(Operation.CHAT, "gemini");

    @Nullable
    Failure failure;

    @Override
    public void event(GeminiEvent event) {
        events.add(event);
    }

    @Override
    public ModelMeter meter() {
        return meter;
    }

    @Override
    public void charge(UsageMetadata usage) {}

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
