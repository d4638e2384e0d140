package io.geminigateway.openai.completions;

import io.geminigateway.gemini.JsonText;
import java.time.Instant;
import java.util.regex.Pattern;

/// How every object of an answer begins, up to its choices.
record CompletionHead(String json) {
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]");

    static CompletionHead of(String requestId, Instant created, String model) {
        return new CompletionHead(
                "{\"id\":\"cmpl-%s\",\"object\":\"text_completion\",\"created\":%d,\"model\":%s,\"choices\":["
                        .formatted(
                                UNSAFE.matcher(requestId).replaceAll(""),
                                created.getEpochSecond(),
                                JsonText.quoted(model)));
    }
}
