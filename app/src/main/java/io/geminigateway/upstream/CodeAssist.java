package io.geminigateway.upstream;

import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Code Assist: one path for all models, and the request in an envelope, which is put around its bytes as
/// they are.
final class CodeAssist {
    static final String VERSION = "/v1internal";

    /// It has no list to ask for; more may be served than are known.
    static final Set<ModelName> MODELS = Stream.of(
                    "gemini-3.5-flash",
                    "gemini-3.1-pro-preview",
                    "gemini-3.1-pro-preview-customtools",
                    "gemini-3.1-flash-lite",
                    "gemini-3-flash-preview",
                    "gemini-2.5-pro",
                    "gemini-2.5-flash",
                    "gemini-2.5-flash-lite")
            .map(ModelName::new)
            .collect(Collectors.toUnmodifiableSet());

    private static final byte[] END = "}".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._-]");

    private static final Pattern SPECIAL = Pattern.compile("-(?:image|tts|embedding|transcribe)(?:-|$)");

    private final Endpoint endpoint;

    CodeAssist(Endpoints endpoints) {
        endpoint = endpoints.codeAssistEndpoint();
    }

    /// It generates text and counts tokens, and nothing else: no embeddings, no images, no speech.
    boolean serves(GeminiCall call) {
        return (call.method().generates() || call.method() == Method.COUNT_TOKENS)
                && !SPECIAL.matcher(call.model().value()).find();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Outbound ask(GeminiCall call, String project) {
        if (call.method() == Method.COUNT_TOKENS) {
            return new Outbound(
                    endpoint,
                    endpoint.prefix() + VERSION + Verb.of(call),
                    TokenCount.forCodeAssist(call, nameHere(call.model().value())));
        }
        return new Outbound(
                endpoint, endpoint.prefix() + VERSION + Verb.of(call), head(call, project), call.body(), END);
    }

    private static byte[] head(GeminiCall call, String project) {
        var prompt = NOT_PLAIN.matcher(call.requestId()).replaceAll("-");
        return """
                {"model":"%s","project":"%s","user_prompt_id":"%s","request":""".formatted(nameHere(call.model().value()), ProjectId.checked(project), prompt)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// One public model goes by another name here.
    private static String nameHere(String model) {
        return model.equals("gemini-3.5-flash") ? "gemini-3-flash" : model;
    }
}
