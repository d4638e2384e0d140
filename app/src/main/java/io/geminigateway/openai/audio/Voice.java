package io.geminigateway.openai.audio;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.openai.OpenAiRequests;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One of Gemini's voices. Each of OpenAI's has a counterpart of much the same character; other names pass as they are.
record Voice(String name) {
    private static final Voice USUAL = new Voice("Kore");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _-]{0,63}");
    private static final Map<String, String> COUNTERPARTS = Map.ofEntries(
            Map.entry("alloy", "Kore"),
            Map.entry("ash", "Orus"),
            Map.entry("ballad", "Enceladus"),
            Map.entry("cedar", "Iapetus"),
            Map.entry("coral", "Aoede"),
            Map.entry("echo", "Puck"),
            Map.entry("fable", "Zephyr"),
            Map.entry("marin", "Autonoe"),
            Map.entry("nova", "Leda"),
            Map.entry("onyx", "Charon"),
            Map.entry("sage", "Sulafat"),
            Map.entry("shimmer", "Callirrhoe"),
            Map.entry("verse", "Fenrir"));

    /// Reads a name, or an object whose `id` is one, as JSON.
    static Voice of(@Nullable String json) {
        if (json == null) {
            return USUAL;
        }
        var value = JsonValue.parse(json);
        var name = value.asText()
                .or(() -> value.asObject().map(object -> object.get("id")).flatMap(JsonValue::asText))
                .filter(text -> NAME.matcher(text).matches())
                .orElseThrow(() -> OpenAiRequests.invalid("voice", "'voice' must be the name of one, such as alloy"));
        return new Voice(COUNTERPARTS.getOrDefault(name.toLowerCase(Locale.ROOT), name));
    }

    /// The value of `speechConfig`.
    String json() {
        return "{\"voiceConfig\":{\"prebuiltVoiceConfig\":{\"voiceName\":\"%s\"}}}".formatted(name);
    }
}
