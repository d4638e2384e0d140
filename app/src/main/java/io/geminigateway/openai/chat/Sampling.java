package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.gemini.Model;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which words to take: temperature and its kin, seeds, limits, stops. Models that take no notice of some are not sent
/// them: Google means to make that an error.
final class Sampling {
    private static final int MOST_ANSWERS = 8;
    private static final int STOPS_PASSED_ON = 5;

    private Sampling() {}

    static void write(
            ChatRequest request, Optional<Model> listed, Capabilities model, GenerationDraft draft, Dropped dropped) {
        draft.set("stopSequences", stops(request.stop(), dropped));
        draft.set("maxOutputTokens", maxOutputTokens(request, listed));
        heeded("temperature", "temperature", temperature(request, listed), model, draft, dropped);
        heeded("top_p", "topP", within(request.topP(), 1, "top_p"), model, draft, dropped);
        var topK = topK(request.topK());
        if (model.sampling()) {
            draft.set("topK", topK);
        } else {
            dropped.addIf(topK != null, "top_k");
        }
        draft.set("seed", seed(request.seed()));
    }

    private static @Nullable Double temperature(ChatRequest request, Optional<Model> listed) {
        var asked = within(request.temperature(), 2, "temperature");
        return asked == null || listed.isEmpty()
                ? asked
                : Double.valueOf(Math.min(asked, listed.get().maxTemperature()));
    }

    private static void heeded(
            String name,
            String geminiName,
            @Nullable Double value,
            Capabilities model,
            GenerationDraft draft,
            Dropped dropped) {
        if (model.sampling()) {
            draft.set(geminiName, value);
        } else {
            dropped.addIf(value != null, name);
        }
    }

    /// How many answers are wanted. Gemini gives one at a time, so each is a call.
    static int answers(@Nullable Long n) {
        if (n == null) {
            return 1;
        }
        if (n < 1 || n > MOST_ANSWERS) {
            throw Invalid.value("n", "'n' must be 1 to %d".formatted(MOST_ANSWERS));
        }
        return n.intValue();
    }

    /// Clients send more than Gemini takes, some without end; the first ones are kept rather than the request refused.
    private static List<String> stops(@Nullable OneOrMany stop, Dropped dropped) {
        if (stop == null) {
            return List.of();
        }
        var stops = stop.strings().stream().filter(string -> !string.isEmpty()).toList();
        dropped.addIf(stops.size() > STOPS_PASSED_ON, "stop[%d]".formatted(STOPS_PASSED_ON));
        return stops.stream().limit(STOPS_PASSED_ON).toList();
    }

    static @Nullable Integer maxOutputTokens(ChatRequest request, Optional<Model> model) {
        var isNewer = request.maxCompletionTokens() != null;
        var asked = isNewer ? request.maxCompletionTokens() : request.maxTokens();
        if (asked == null) {
            return null;
        }
        if (asked < 1) {
            var name = isNewer ? "max_completion_tokens" : "max_tokens";
            throw Invalid.value(name, "'%s' must be at least 1".formatted(name));
        }
        var limit =
                model.map(Model::outputTokenLimit).filter(tokens -> tokens > 0).orElse(Integer.MAX_VALUE);
        return (int) Math.min(asked, limit);
    }

    private static @Nullable Double within(@Nullable Double value, double max, String name) {
        if (value != null && (value < 0 || value > max)) {
            throw Invalid.value(name, "'%s' must be between 0 and %.0f".formatted(name, max));
        }
        return value;
    }

    /// Not OpenAI's, but sent by many; 0 and -1 are how they switch it off.
    private static @Nullable Integer topK(@Nullable Long topK) {
        if (topK == null || topK == 0 || topK == -1) {
            return null;
        }
        if (topK < 0 || topK > Integer.MAX_VALUE) {
            throw Invalid.value("top_k", "'top_k' must be positive");
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
}
