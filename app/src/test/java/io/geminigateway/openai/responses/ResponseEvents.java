package io.geminigateway.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/// The events of a stream, as trees.
public final class ResponseEvents {
    private ResponseEvents() {}

    /// Each has a line with its type, and one with its data; comments are passed over.
    public static List<JsonObject> of(String stream) {
        assertThat(stream).endsWith("\n\n");
        return Arrays.stream(stream.split("\n\n"))
                .filter(frame -> !frame.startsWith(":"))
                .map(ResponseEvents::event)
                .toList();
    }

    private static JsonObject event(String frame) {
        var lines = frame.split("\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[1]).startsWith("data: ");
        var data = new JsonObject(lines[1].substring("data: ".length()));
        assertThat(lines[0]).isEqualTo("event: " + data.getString("type"));
        return data;
    }
}
