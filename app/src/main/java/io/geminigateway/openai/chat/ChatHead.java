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

    private boolean isSafe() {
        for (var i = 0; i < requestId.length(); i++) {
            var c = requestId.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    private String id() {
        return "chatcmpl-" + (isSafe() ? requestId : UNSAFE.matcher(requestId).replaceAll(""));
    }
}
