package io.geminigateway.openai.chat;

import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;
import java.time.Instant;
import java.util.regex.Pattern;

/// What every chunk of an answer repeats.
record ChatHead(String requestId, Instant created, String model) {
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]");

    /// Writes the members that open each object: `"id":...,"object":...,"created":...,"model":...,`.
    void write(String object, Bytes out) {
        out.append("\"id\":\"chatcmpl-")
                .append(isSafe() ? requestId : UNSAFE.matcher(requestId).replaceAll(""));
        out.append("\",\"object\":\"").append(object);
        out.append("\",\"created\":").append(created.getEpochSecond());
        out.append(",\"model\":");
        JsonText.write(model, out);
        out.write(',');
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
}
