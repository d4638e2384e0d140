package io.geminigateway.prompt;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Thinking;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much to think, and whether to show it, as far as a client says so.
public record WishedThinking(Optional<ThinkingWish> wish, Optional<Boolean> shown) {
    public static final WishedThinking UNSAID = new WishedThinking(Optional.empty(), Optional.empty());

    /// Below so many tokens of answer, thinking as usual would leave nothing to say.
    private static final int SHORT = 256;

    public static WishedThinking least() {
        return new WishedThinking(Optional.of(ThinkingWish.Least.LEAST), Optional.empty());
    }

    public static WishedThinking shown(ThinkingWish wish) {
        return new WishedThinking(Optional.of(wish), Optional.of(true));
    }

    /// As the model has it; `name` is the client's word, for models that do as they like.
    public void write(
            Capabilities model, @Nullable Integer maxTokens, GenerationDraft draft, Dropped dropped, String name) {
        var needed = wish.isEmpty() && maxTokens != null && maxTokens < SHORT
                ? Optional.<ThinkingWish>of(ThinkingWish.Least.LEAST)
                : wish;
        var config = new LinkedHashMap<String, JsonValue>();
        switch (model.thinking()) {
            case Thinking.Uncontrolled _ -> dropped.addIf(wish.isPresent() || shown.isPresent(), name);
            case Thinking.Budget budget -> {
                needed.ifPresent(some -> config.put("thinkingBudget", JsonValue.of(some.budgetFor(budget))));
                shown.ifPresent(flag -> config.put("includeThoughts", JsonValue.of(flag)));
            }
            case Thinking.Levels levels -> {
                needed.ifPresent(some -> config.put(
                        "thinkingLevel", JsonValue.of(some.levelFor(levels).name())));
                shown.ifPresent(flag -> config.put("includeThoughts", JsonValue.of(flag)));
            }
        }
        if (!config.isEmpty()) {
            draft.set("thinkingConfig", new JsonValue.Members(config));
        }
    }
}
