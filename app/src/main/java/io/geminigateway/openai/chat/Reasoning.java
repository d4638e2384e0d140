package io.geminigateway.openai.chat;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.ThinkingLevel;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.ThinkingWish;
import io.geminigateway.prompt.WishedThinking;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much to think, and whether to show it: out of OpenAI's `reasoning_effort`, what other providers' clients say
/// instead, or Gemini's own words in `extra_body.google`.
final class Reasoning {
    private Reasoning() {}

    static WishedThinking of(ChatRequest request, GoogleExtras google) {
        var asked = asked(request);
        var extra = google.thinking();
        if (extra.wish().isPresent() && request.reasoningEffort() != null) {
            throw Invalid.value(
                    "reasoning_effort", "'reasoning_effort' and a thinking level or budget cannot both be given");
        }
        return new WishedThinking(extra.wish().or(asked::wish), extra.shown().or(asked::shown));
    }

    private static WishedThinking asked(ChatRequest request) {
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

    private static WishedThinking ofEffort(String effort, String path) {
        return switch (effort.toLowerCase(Locale.ROOT)) {
            case "none" -> WishedThinking.least();
            case "minimal" -> WishedThinking.shown(new ThinkingWish.Level(ThinkingLevel.MINIMAL));
            case "low" -> WishedThinking.shown(new ThinkingWish.Level(ThinkingLevel.LOW));
            case "medium" -> WishedThinking.shown(new ThinkingWish.Level(ThinkingLevel.MEDIUM));
            case "high" -> WishedThinking.shown(new ThinkingWish.Level(ThinkingLevel.HIGH));
            case "xhigh", "max" -> WishedThinking.shown(new ThinkingWish.Level(ThinkingLevel.XHIGH));
            default ->
                throw Invalid.value(
                        path, "'%s' must be none, minimal, low, medium, high, xhigh or max".formatted(path));
        };
    }

    /// As OpenRouter's clients say it: `{"effort", "max_tokens", "exclude", "enabled"}`.
    private static WishedThinking ofReasoning(JsonValue.Members reasoning) {
        var asked = WishedThinking.UNSAID;
        if (reasoning.get("effort") instanceof JsonValue.Text effort) {
            asked = ofEffort(effort.value(), "reasoning.effort");
        } else if (tokens(reasoning.get("max_tokens")).isPresent()) {
            asked = WishedThinking.shown(
                    new ThinkingWish.Tokens(tokens(reasoning.get("max_tokens")).orElseThrow()));
        } else if (isFlag(reasoning.get("enabled"), false)) {
            asked = WishedThinking.least();
        } else if (isFlag(reasoning.get("enabled"), true)) {
            asked = new WishedThinking(Optional.empty(), Optional.of(true));
        }
        return isFlag(reasoning.get("exclude"), true) ? new WishedThinking(asked.wish(), Optional.of(false)) : asked;
    }

    /// As Anthropic's do: `{"type": "enabled", "budget_tokens": 2000}`, `disabled` or `adaptive`.
    private static WishedThinking ofThinking(JsonValue.Members thinking) {
        return switch (thinking.get("type")) {
            case JsonValue.Text type when type.value().equals("disabled") -> WishedThinking.least();
            case JsonValue.Text _ ->
                new WishedThinking(
                        tokens(thinking.get("budget_tokens")).map(ThinkingWish.Tokens::new), Optional.of(true));
            case null, default -> WishedThinking.UNSAID;
        };
    }

    /// As Qwen's do.
    private static WishedThinking ofSwitch(ChatRequest request) {
        var flag = request.enableThinking();
        if (flag == null && object(request.chatTemplateKwargs()) instanceof JsonValue.Members template) {
            flag = template.get("enable_thinking") instanceof JsonValue.Flag(var enabled) ? enabled : null;
        }
        if (flag == null) {
            return WishedThinking.UNSAID;
        }
        return flag ? new WishedThinking(Optional.empty(), Optional.of(true)) : WishedThinking.least();
    }

    private static Optional<Integer> tokens(@Nullable JsonValue value) {
        return Optional.ofNullable(value).flatMap(JsonValue::asInteger);
    }

    private static boolean isFlag(@Nullable JsonValue value, boolean expected) {
        return value instanceof JsonValue.Flag(var flag) && flag == expected;
    }

    private static @Nullable JsonValue object(@Nullable String json) {
        return json == null ? null : JsonValue.parse(json);
    }
}
