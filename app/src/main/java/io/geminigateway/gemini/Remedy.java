package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What can be changed about a request that Google refused, so that it asks the same and is taken. These few are all:
/// whatever else a refusal names stays the client's mistake, because a message may quote what clients write.
public enum Remedy {
    /// The skip value in the place of every thought signature, and where one is missing.
    SKIPPED_SIGNATURES(List.of("functionCall", "thoughtSignature"), SkippedSignatures::in),
    /// `Schema` instead of JSON Schema.
    PLAIN_SCHEMAS(List.of("parametersJsonSchema", "responseJsonSchema"), RequestRepair::withPlainSchemas),
    NO_PENALTIES("presencePenalty", "frequencyPenalty"),
    NO_LOGPROBS("responseLogprobs", "logprobs"),
    NO_SAMPLING("temperature", "topP", "topK"),
    NO_SEED("seed"),
    NO_MEDIA_RESOLUTION("mediaResolution"),
    NO_THINKING_CONFIG("thinkingConfig"),
    NO_THINKING_LEVEL(List.of("thinkingLevel"), inThinking(config -> config.without("thinkingLevel"))),
    NO_THINKING_BUDGET(List.of("thinkingBudget"), inThinking(config -> config.without("thinkingBudget"))),
    NO_MINIMAL_LEVEL(List.of("MINIMAL"), inThinking(config -> withLevel(config, "MINIMAL", "LOW"))),
    NO_HIGHEST_LEVEL(List.of("XHIGH"), inThinking(config -> withLevel(config, "XHIGH", "HIGH"))),
    NO_SERVICE_TIER(List.of("serviceTier"), body -> RequestRepair.changed(body, root -> root.without("serviceTier")));

    @SuppressWarnings("ImmutableEnumChecker") // never changed, though its type would allow it
    private final List<byte[]> words;

    @SuppressWarnings("ImmutableEnumChecker") // the functions are constants too
    private final UnaryOperator<byte[]> cure;

    Remedy(String... settings) {
        this(List.of(settings), body -> RequestRepair.changed(body, root -> without(root, settings)));
    }

    Remedy(List<String> words, UnaryOperator<byte[]> cure) {
        this.words = words.stream()
                .map(word -> ("\"" + word + "\"").getBytes(StandardCharsets.UTF_8))
                .toList();
        this.cure = cure;
    }

    /// What helps against this message of Google's, if anything does.
    public static Optional<Remedy> against(String message) {
        return Complaint.remedy(message);
    }

    /// Whether the request has what this would change. Only looks for words, so it may say yes too often.
    public boolean concerns(byte[] request) {
        return words.stream().anyMatch(word -> contains(request, word));
    }

    /// The request as it had better be said. Throws a [MalformedJsonException] for what is no JSON.
    public byte[] applied(byte[] request) {
        return cure.apply(request);
    }

    /// Whether the next request for the same model needs it too; signatures belong to one conversation.
    public boolean isLasting() {
        return this != SKIPPED_SIGNATURES;
    }

    private static JsonValue.Members without(JsonValue.Members root, String... settings) {
        return RequestRepair.in(root, "generationConfig", config -> {
            var rest = config;
            for (var setting : settings) {
                rest = rest.without(setting);
            }
            return rest;
        });
    }

    private static UnaryOperator<byte[]> inThinking(UnaryOperator<JsonValue.Members> change) {
        return body -> RequestRepair.changed(
                body,
                root -> RequestRepair.in(
                        root, "generationConfig", config -> RequestRepair.in(config, "thinkingConfig", change)));
    }

    private static JsonValue.Members withLevel(JsonValue.Members config, String refused, String instead) {
        return config.get("thinkingLevel") instanceof JsonValue.Text level
                        && level.value().equals(refused)
                ? config.with("thinkingLevel", JsonValue.of(instead))
                : config;
    }

    private static boolean contains(byte[] text, byte[] word) {
        for (var i = 0; i <= text.length - word.length; i++) {
            if (text[i] == word[0] && Arrays.equals(text, i, i + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }
}
