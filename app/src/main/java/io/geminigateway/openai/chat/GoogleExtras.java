package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.ThinkingLevel;
import io.geminigateway.prompt.Dropped;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.ThinkingWish;
import io.geminigateway.prompt.WishedThinking;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gemini's own parameters inside an OpenAI request, as Google's layer for OpenAI's clients has them:
/// `extra_body.google`. Clients put them there, at the top as `google`, or one `extra_body` too deep; in
/// snake_case or camelCase. What is said here wins over what is derived from other fields.
record GoogleExtras(Map<String, JsonValue> members) {
    private static final String PATH = "extra_body.google";

    /// What of `generation_config` other fields say.
    private static final Set<String> SAID_ELSEWHERE = Set.of("thinkingConfig", "candidateCount");

    private static final Set<String> KNOWN =
            Set.of("thinkingConfig", "generationConfig", "aspectRatio", "safetySettings", "cachedContent", "tools");

    static GoogleExtras of(ChatRequest request) {
        var members = new LinkedHashMap<String, JsonValue>();
        var body = object(request.extraBody());
        add(member(member(body, "extra_body"), "google"), members);
        add(member(body, "google"), members);
        add(object(request.google()), members);
        return new GoogleExtras(members);
    }

    WishedThinking thinking() {
        var config = camelCased(member(new JsonValue.Members(members), "thinkingConfig"));
        if (config.isEmpty() && members.get("generationConfig") instanceof JsonValue.Members generation) {
            config = camelCased(camelCased(generation).get("thinkingConfig"));
        }
        var path = PATH + ".thinking_config";
        var level = config.get("thinkingLevel");
        var budget = config.get("thinkingBudget");
        if (level != null && budget != null) {
            throw Invalid.value(path, "'%s' holds a level and a budget: one of them will do".formatted(path));
        }
        return new WishedThinking(
                level == null ? tokens(budget, path) : Optional.of(level(level, path)),
                config.get("includeThoughts") instanceof JsonValue.Flag(var shown)
                        ? Optional.of(shown)
                        : Optional.empty());
    }

    /// Adds `generation_config` and `aspect_ratio` to what the other fields came to.
    void write(GenerationDraft draft) {
        camelCased(members.get("generationConfig")).forEach((name, value) -> {
            if (!SAID_ELSEWHERE.contains(name)) {
                draft.set(name, value);
            }
        });
        if (members.get("aspectRatio") instanceof JsonValue.Text ratio) {
            draft.set("imageConfig", JsonValue.Members.NONE.with("aspectRatio", ratio));
        }
    }

    @Nullable
    String safetySettings() {
        var settings = members.get("safetySettings");
        if (settings == null) {
            return null;
        }
        if (!(settings instanceof JsonValue.Elements)) {
            throw Invalid.value(PATH + ".safety_settings", "'%s.safety_settings' must be a list".formatted(PATH));
        }
        return settings.toString();
    }

    @Nullable
    String cachedContent(Capabilities model) {
        var name = members.get("cachedContent");
        if (name == null) {
            return null;
        }
        var path = PATH + ".cached_content";
        if (!model.cache()) {
            throw Invalid.unsupported(path, "'%s': this model has no explicit caches".formatted(path));
        }
        return name.asText().orElseThrow(() -> Invalid.value(path, "'%s' must be a string".formatted(path)));
    }

    /// Google's built-in tools that were asked for by their own names.
    Iterable<JsonValue> tools() {
        return switch (members.get("tools")) {
            case JsonValue.Elements elements -> elements.elements();
            case JsonValue.Members one -> Set.of(one);
            case null, default -> Set.of();
        };
    }

    void dropUnknown(Dropped dropped) {
        members.keySet().forEach(name -> dropped.addIf(!KNOWN.contains(name), PATH + "." + printable(name)));
    }

    private static String printable(String name) {
        return name.length() > 64 || !name.matches("[A-Za-z0-9_]+") ? "?" : name;
    }

    private static ThinkingWish level(JsonValue level, String path) {
        try {
            return new ThinkingWish.Level(
                    ThinkingLevel.valueOf(level.asText().orElse("").toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            throw Invalid.value(
                    path, "'%s.thinking_level' must be minimal, low, medium, high or xhigh".formatted(path));
        }
    }

    private static Optional<ThinkingWish> tokens(@Nullable JsonValue budget, String path) {
        if (budget == null) {
            return Optional.empty();
        }
        var tokens = budget.asInteger();
        if (tokens.isEmpty()) {
            throw Invalid.value(path, "'%s.thinking_budget' must be a whole number".formatted(path));
        }
        return tokens.map(ThinkingWish.Tokens::new);
    }

    private static void add(@Nullable JsonValue google, Map<String, JsonValue> members) {
        camelCased(google).forEach((name, value) -> {
            if (value != JsonValue.Null.NULL) {
                members.put(name, value);
            }
        });
    }

    private static Map<String, JsonValue> camelCased(@Nullable JsonValue object) {
        if (!(object instanceof JsonValue.Members(var spoken))) {
            return Map.of();
        }
        var members = new LinkedHashMap<String, JsonValue>();
        spoken.forEach((name, value) -> members.put(camelCase(name), value));
        return members;
    }

    private static String camelCase(String name) {
        var camel = new StringBuilder(name.length());
        for (var i = 0; i < name.length(); i++) {
            var afterScore = i > 0 && name.charAt(i - 1) == '_';
            if (name.charAt(i) != '_') {
                camel.append(afterScore ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
            }
        }
        return camel.toString();
    }

    private static @Nullable JsonValue member(@Nullable JsonValue object, String name) {
        return object instanceof JsonValue.Members members ? members.get(name) : null;
    }

    private static @Nullable JsonValue object(@Nullable String json) {
        return json == null ? null : JsonValue.parse(json);
    }
}
