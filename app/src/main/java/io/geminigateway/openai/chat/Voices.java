package io.geminigateway.openai.chat;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.prompt.Invalid;
import java.util.Map;
import java.util.Optional;

/// OpenAI's voices, and which of Gemini's sounds most like each. Other names are taken for Gemini's own.
final class Voices {
    private static final Map<String, String> GEMINIS = Map.ofEntries(
            Map.entry("alloy", "Kore"),
            Map.entry("ash", "Orus"),
            Map.entry("ballad", "Enceladus"),
            Map.entry("coral", "Aoede"),
            Map.entry("echo", "Puck"),
            Map.entry("fable", "Zephyr"),
            Map.entry("nova", "Leda"),
            Map.entry("onyx", "Charon"),
            Map.entry("sage", "Sulafat"),
            Map.entry("shimmer", "Callirrhoe"),
            Map.entry("verse", "Fenrir"),
            Map.entry("cedar", "Algenib"),
            Map.entry("marin", "Despina"));

    private Voices() {}

    /// `json` is a name, or an object with an `id`.
    static String gemini(String json) {
        var spoken = JsonValue.parse(json);
        var name = spoken.asText()
                .or(() -> spoken.asObject()
                        .map(voice -> voice.get("id"))
                        .flatMap(id -> id == null ? Optional.empty() : id.asText()))
                .orElseThrow(() -> Invalid.value("audio.voice", "'audio.voice' must be a name"));
        return GEMINIS.getOrDefault(name, name);
    }
}
