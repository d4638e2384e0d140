package io.geminigateway.prompt;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.gemini.Model;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which words to take: temperature and its kin, limits, stops. Models that take no notice of some are not sent them:
/// Google means to make that an error.
public final class Sampling {
    private static final int STOPS_PASSED_ON = 5;

    private final Optional<Model> listed;
    private final Capabilities model;
    private final GenerationDraft draft;
    private final Dropped dropped;

    /// `listed` tells the model's limits, if they are known.
    public Sampling(Optional<Model> listed, Capabilities model, GenerationDraft draft, Dropped dropped) {
        this.listed = listed;
        this.model = model;
        this.draft = draft;
        this.dropped = dropped;
    }

    public void temperature(@Nullable Double temperature) {
        heeded("temperature", "temperature", heat(temperature));
    }

    public void topP(@Nullable Double topP) {
        heeded("top_p", "topP", within(topP, 1, "top_p"));
    }

    /// 0 and -1 are how some clients switch it off.
    public void topK(@Nullable Long topK) {
        if (topK == null || topK == 0 || topK == -1) {
            return;
        }
        if (topK < 0 || topK > Integer.MAX_VALUE) {
            throw Invalid.value("top_k", "'top_k' must be positive");
        }
        if (model.sampling()) {
            draft.set("topK", topK.intValue());
        } else {
            dropped.add("top_k");
        }
    }

    /// Clients send more than Gemini takes, some without end; the first ones are kept rather than the request refused.
    /// `name` is the client's word for the list.
    public void stops(List<String> stops, String name) {
        if (stops.isEmpty()) {
            return;
        }
        var meant = stops.stream().filter(string -> !string.isEmpty()).toList();
        dropped.addIf(meant.size() > STOPS_PASSED_ON, "%s[%d]".formatted(name, STOPS_PASSED_ON));
        draft.set("stopSequences", meant.stream().limit(STOPS_PASSED_ON).toList());
    }

    /// The tokens of the answer at most: what was asked for under this name, or what the model can give if that is
    /// less.
    public @Nullable Integer limit(@Nullable Long asked, String name) {
        if (asked == null) {
            return null;
        }
        if (asked < 1) {
            throw Invalid.value(name, "'%s' must be at least 1".formatted(name));
        }
        var most =
                listed.map(Model::outputTokenLimit).filter(tokens -> tokens > 0).orElse(Integer.MAX_VALUE);
        var limit = (int) Math.min(asked, most);
        draft.set("maxOutputTokens", limit);
        return limit;
    }

    /// What was asked for, or the model's own limit if that is less.
    private @Nullable Double heat(@Nullable Double temperature) {
        var asked = within(temperature, 2, "temperature");
        return asked == null || listed.isEmpty()
                ? asked
                : Double.valueOf(Math.min(asked, listed.get().maxTemperature()));
    }

    private void heeded(String name, String geminiName, @Nullable Double value) {
        if (model.sampling()) {
            draft.set(geminiName, value);
        } else {
            dropped.addIf(value != null, name);
        }
    }

    private static @Nullable Double within(@Nullable Double value, double max, String name) {
        if (value != null && (value < 0 || value > max)) {
            throw Invalid.value(name, "'%s' must be between 0 and %.0f".formatted(name, max));
        }
        return value;
    }
}
