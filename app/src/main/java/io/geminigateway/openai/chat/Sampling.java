package io.geminigateway.openai.chat;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.GenerationConfig;
import io.geminigateway.gemini.Model;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How to generate, out of OpenAI's parameters. What Gemini has no word for, or answers with an error whatever the
/// value (penalties, log probabilities), is dropped.
final class Sampling {
    private static final GenerationConfig DEFAULTS = config(null, null, null, null, null, null);
    private static final int STOPS_TAKEN = 16;
    private static final int STOPS_PASSED_ON = 5;

    private Sampling() {}

    /// Null when the request asks for nothing in particular.
    static @Nullable GenerationConfig of(ChatRequest request, Optional<Model> model) {
        onlyOneAnswer(request.n());
        var config = config(
                stops(request.stop()),
                maxOutputTokens(request, model),
                within(request.temperature(), 2, "temperature"),
                within(request.topP(), 1, "top_p"),
                topK(request.topK()),
                seed(request.seed()));
        return config.equals(DEFAULTS) ? null : config;
    }

    private static GenerationConfig config(
            @Nullable List<String> stops,
            @Nullable Integer maxOutputTokens,
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer topK,
            @Nullable Integer seed) {
        return new GenerationConfig(
                null,
                stops,
                maxOutputTokens,
                temperature,
                topP,
                topK,
                seed,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void onlyOneAnswer(@Nullable Long n) {
        if (n != null && n < 1) {
            throw invalid("n", "'n' must be at least 1");
        }
        if (n != null && n > 1) {
            throw new Failure.InvalidRequest(
                            "'n' must be 1: Gemini gives one answer at a time", "n", "unsupported_value")
                    .asException();
        }
    }

    /// Clients send more than Gemini takes; the first ones are kept rather than the request refused.
    private static @Nullable List<String> stops(@Nullable OneOrMany stop) {
        if (stop == null) {
            return null;
        }
        if (stop.strings().size() > STOPS_TAKEN) {
            throw invalid("stop", "'stop' holds more than %d strings".formatted(STOPS_TAKEN));
        }
        var stops = stop.strings().stream()
                .filter(string -> !string.isEmpty())
                .limit(STOPS_PASSED_ON)
                .toList();
        return stops.isEmpty() ? null : stops;
    }

    private static @Nullable Integer maxOutputTokens(ChatRequest request, Optional<Model> model) {
        var isNewer = request.maxCompletionTokens() != null;
        var asked = isNewer ? request.maxCompletionTokens() : request.maxTokens();
        if (asked == null) {
            return null;
        }
        if (asked < 1) {
            var name = isNewer ? "max_completion_tokens" : "max_tokens";
            throw invalid(name, "'%s' must be at least 1".formatted(name));
        }
        var limit =
                model.map(Model::outputTokenLimit).filter(tokens -> tokens > 0).orElse(Integer.MAX_VALUE);
        return (int) Math.min(asked, limit);
    }

    private static @Nullable Double within(@Nullable Double value, double max, String name) {
        if (value != null && (value < 0 || value > max)) {
            throw invalid(name, "'%s' must be between 0 and %.0f".formatted(name, max));
        }
        return value;
    }

    /// Not OpenAI's, but sent by many; 0 and -1 are how they switch it off.
    private static @Nullable Integer topK(@Nullable Long topK) {
        if (topK == null || topK == 0 || topK == -1) {
            return null;
        }
        if (topK < 0 || topK > Integer.MAX_VALUE) {
            throw invalid("top_k", "'top_k' must be positive");
        }
        return topK.intValue();
    }

    /// OpenAI's seeds have 64 bits, Gemini's 32: those that fit stay what they are.
    private static @Nullable Integer seed(@Nullable Long seed) {
        if (seed == null) {
            return null;
        }
        return seed == seed.intValue() ? seed.intValue() : Long.hashCode(seed);
    }

    private static GatewayException invalid(String param, String message) {
        return new Failure.InvalidRequest(message, param, "invalid_value").asException();
    }
}
