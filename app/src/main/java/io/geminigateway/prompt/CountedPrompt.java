package io.geminigateway.prompt;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.gemini.ModelName;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A request that asks how long another one is, as the Gemini API has it: the other is a part of it.
public final class CountedPrompt {
    /// How to generate costs no tokens.
    private static final List<String> NO_PROMPT =
            List.of("safetySettings", "generationConfig", "cachedContent", "serviceTier");

    private CountedPrompt() {}

    /// `request` is one that generates.
    public static byte[] of(ModelName model, byte[] request) {
        var prompt = Members.NONE.with("model", JsonValue.of("models/" + model.value()));
        for (var member : JsonValue.parse(request)
                .asObject()
                .orElse(Members.NONE)
                .members()
                .entrySet()) {
            if (!NO_PROMPT.contains(member.getKey())) {
                prompt = prompt.with(member.getKey(), member.getValue());
            }
        }
        return Members.NONE.with("generateContentRequest", prompt).toString().getBytes(StandardCharsets.UTF_8);
    }
}
