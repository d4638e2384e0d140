package io.geminigateway.google;

import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Which model is asked for what: `/models/{model}:{method}`, or the same below a publisher or a project, as Vertex AI
/// has it. The project is the account's; one that a client names is not looked at.
record ModelPath(String model, Method method) {
    private static final String MODELS = "/models/";

    /// Throws the failure that the client is told where that is none of ours.
    static ModelPath of(Head head) {
        var resource = head.resource();
        var start = resource.indexOf(MODELS);
        var below = start < 0 ? "" : head.below(resource.substring(0, start + MODELS.length()));
        var colon = below.lastIndexOf(':');
        if (colon <= 0) {
            throw new Failure.NotFound("Unknown request URL: a model is asked by POST /v1beta/models/{model}:{method}")
                    .asException();
        }
        return new ModelPath(below.substring(0, colon), method(below.substring(colon + 1)));
    }

    private static Method method(String name) {
        return Arrays.stream(Method.values())
                .filter(method -> method != Method.RESOURCE && method.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure.NotFound("The method '%s' is not offered by this gateway. It has: %s"
                                .formatted(name.length() > 64 ? name.substring(0, 64) + "..." : name, offered()))
                        .asException());
    }

    private static String offered() {
        return Arrays.stream(Method.values())
                .filter(method -> method != Method.RESOURCE)
                .map(Method::wireName)
                .collect(Collectors.joining(", "));
    }
}
