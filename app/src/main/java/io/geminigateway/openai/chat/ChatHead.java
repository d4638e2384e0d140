package io.geminigateway.openai.chat;

import io.geminigateway.dialect.JsonText;
import java.time.Instant;
import java.util.regex.Pattern;

/// What every chunk of an answer repeats.
record ChatHead(String requestId, Instant created, String model) {
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]");

    /// The members that open each object: `"id":...,"object":...,"created":...,"model":...,`.
    String members(String object) {
        return "\"id\":\"" + id()
                + "\",\"object\":\"" + object
                + "\",\"created\":" + created.getEpochSecond()
                + ",\"model\":" + JsonText.quoted(model)
                + ",";
    }

    private String id() {
        return "chatcmpl-" + UNSAFE.matcher(requestId).replaceAll("");
    }
}
