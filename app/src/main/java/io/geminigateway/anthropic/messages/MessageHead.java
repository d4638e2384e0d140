package io.geminigateway.anthropic.messages;

import io.geminigateway.gemini.JsonText;
import java.util.regex.Pattern;

/// How a message begins. Answers name the model as the client spoke it.
record MessageHead(String requestId, String model) {
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]");

    /// Unique to the message.
    String id() {
        return UNSAFE.matcher(requestId).replaceAll("");
    }

    /// The members that open the message: `"id":...,"type":"message","role":"assistant","model":...,`.
    String members() {
        return "\"id\":\"msg_" + id()
                + "\",\"type\":\"message\",\"role\":\"assistant\",\"model\":" + JsonText.quoted(model)
                + ",";
    }
}
