package io.geminigateway.openai.responses;

import io.avaje.jsonb.Json;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.RawJson;
import io.geminigateway.gemini.WireJson;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An answer as it is kept: what it answered, as the client wrote it, and the response object itself. What was said
/// before that is kept with the answers before.
@Json
record KeptResponse(@Nullable String previous, RawJson input, RawJson response) {
    private static final WireJson<KeptResponse> JSON = WireJson.ofClient(KeptResponse.class);

    static KeptResponse read(byte[] json) {
        return JSON.read(json);
    }

    byte[] json() {
        return JSON.write(this);
    }

    List<InputItem> inputItems(String path) {
        return items(input, path);
    }

    List<InputItem> outputItems(String path) {
        return elements(new InputItem(object(), path).value("output"), path);
    }

    private JsonValue.Members object() {
        return JsonValue.parse(response).asObject().orElse(JsonValue.Members.NONE);
    }

    /// A string is a message of the user's.
    static List<InputItem> items(RawJson input, String path) {
        return switch (JsonValue.parse(input)) {
            case JsonValue.Text text ->
                List.of(new InputItem(
                        JsonValue.Members.NONE
                                .with("role", JsonValue.of("user"))
                                .with("content", text),
                        path));
            case JsonValue list -> elements(list, path);
        };
    }

    private static List<InputItem> elements(JsonValue list, String path) {
        var elements = list instanceof JsonValue.Elements(var all) ? all : List.<JsonValue>of();
        return IntStream.range(0, elements.size())
                .mapToObj(i -> new InputItem(
                        elements.get(i).asObject().orElse(JsonValue.Members.NONE), "%s[%d]".formatted(path, i)))
                .toList();
    }
}
