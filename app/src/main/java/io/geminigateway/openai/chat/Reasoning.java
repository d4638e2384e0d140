package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Thinking;
import io.geminigateway.gemini.ThinkingLevel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much to think, and whether to show it: out of OpenAI's `reasoning_effort`, what other providers' clients say
/// instead, or Gemini's own words in `extra_body.google`.
record Reasoning(Optional<ThinkingWish> wish, Optional<Boolean> shown) {
    private static final Reasoning UNSAID = new Reasoning(Optional.empty(), Optional.empty());

    /// Below so many tokens of answer, thinking as usual would leave nothing to say.
    private static final int SHORT = 256;

    static Reasoning of(ChatRequest request, GoogleExtras google) {
        var asked = asked(request);
        var extra = google.thinking();
        if (extra.wish().isPresent() && request.reasoningEffort() != null) {
            throw Invalid.value(
                    "reasoning_effort", "'reasoning_effort' and a thinking level or budget cannot both be given");
        }
        return new Reasoning(extra.wish().or(asked::wish), extra.shown().or(asked::shown));
    }

    void write(Capabilities model, @Nullable Integer maxTokens, GenerationDraft draft, Dropped dropped) {
        var needed = wish.isEmpty() && maxTokens != null && maxTokens < SHORT
                ? Optional.<ThinkingWish>of(ThinkingWish.Least.LEAST)
                : wish;
        var config = new LinkedHashMap<String, JsonValue>();
        switch (model.thinking()) {
            case Thinking.Uncontrolled _ -> dropped.addIf(wish.isPresent() || shown.isPresent(), "reasoning_effort");
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

    private static Reasoning asked(ChatRequest request) {
        if (request.reasoningEffort() != null) {
            return ofEffort(request.reasoningEffort(), "reasoning_effort");
        }
        if (object(request.reasoning()) instanceof JsonValue.Members reasoning) {
            return ofReasoning(reasoning);
        }
        if (object(request.thinking()) instanceof JsonValue.Members thinking) {
            return ofThinking(thinking);
        }
        return ofSwitch(request);
    }

    private static Reasoning ofEffort(String effort, String path) {
        return switch (effort.toLowerCase(Locale.ROOT)) {
            case "none" -> least();
            case "minimal" -> shown(new ThinkingWish.Level(ThinkingLevel.MINIMAL));
            case "low" -> shown(new ThinkingWish.Level(ThinkingLevel.LOW));
            case "medium" -> shown(new ThinkingWish.Level(ThinkingLevel.MEDIUM));
            case "high" -> shown(new ThinkingWish.Level(ThinkingLevel.HIGH));
            case "xhigh", "max" -> shown(new ThinkingWish.Level(ThinkingLevel.XHIGH));
            default ->
                throw Invalid.value(
                        path, "'%s' must be none, minimal, low, medium, high, xhigh or max".formatted(path));
        };
    }

    /// As OpenRouter's clients say it: `{"effort", "max_tokens", "exclude", "enabled"}`.
    private static Reasoning ofReasoning(JsonValue.Members reasoning) {
        var asked = UNSAID;
        if (reasoning.get("effort") instanceof JsonValue.Text(var effort)) {
            asked = ofEffort(effort, "reasoning.effort");
        } else if (tokens(reasoning.get("max_tokens")).isPresent()) {
            asked = shown(
                    new ThinkingWish.Tokens(tokens(reasoning.get("max_tokens")).orElseThrow()));
        } else if (isFlag(reasoning.get("enabled"), false)) {
            asked = least();
        } else if (isFlag(reasoning.get("enabled"), true)) {
            asked = new Reasoning(Optional.empty(), Optional.of(true));
        }
        return isFlag(reasoning.get("exclude"), true) ? new Reasoning(asked.wish(), Optional.of(false)) : asked;
    }

    /// As Anthropic's do: `{"type": "enabled", "budget_tokens": 2000}`, `disabled` or `adaptive`.
    private static Reasoning ofThinking(JsonValue.Members thinking) {
        return switch (thinking.get("type")) {
            case JsonValue.Text(var type) when type.equals("disabled") -> least();
            case JsonValue.Text _ ->
                new Reasoning(tokens(thinking.get("budget_tokens")).map(ThinkingWish.Tokens::new), Optional.of(true));
            case null, default -> UNSAID;
        };
    }

    /// As Qwen's do.
    private static Reasoning ofSwitch(ChatRequest request) {
        var flag = request.enableThinking();
        if (flag == null && object(request.chatTemplateKwargs()) instanceof JsonValue.Members template) {
            flag = template.get("enable_thinking") instanceof JsonValue.Flag(var enabled) ? enabled : null;
        }
        if (flag == null) {
            return UNSAID;
        }
        return flag ? new Reasoning(Optional.empty(), Optional.of(true)) : least();
    }

    private static Reasoning least() {
        return new Reasoning(Optional.of(ThinkingWish.Least.LEAST), Optional.empty());
    }

    private static Reasoning shown(ThinkingWish wish) {
        return new Reasoning(Optional.of(wish), Optional.of(true));
    }

    static Optional<Integer> tokens(@Nullable JsonValue value) {
        try {
            return value instanceof JsonValue.Numeral(var digits)
                    ? Optional.of(Integer.valueOf(digits))
                    : Optional.empty();
        } catch (NumberFormatException notWhole) {
            return Optional.empty();
        }
    }

    private static boolean isFlag(@Nullable JsonValue value, boolean expected) {
        return value instanceof JsonValue.Flag(var flag) && flag == expected;
    }

    private static @Nullable JsonValue object(@Nullable String json) {
        return json == null ? null : JsonValue.parse(json);
    }
}
