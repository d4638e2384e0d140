package io.geminigateway.openai;

import io.avaje.json.JsonReader;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads one string, or a list of strings. Numbers are the ids of OpenAI's own tokens: only its models know what they
/// mean.
public final class TextList {
    private TextList() {}

    /// `tokenIds` is what a client is told that sends numbers.
    public static List<String> read(JsonReader reader, Supplier<GatewayException> tokenIds) {
        return switch (reader.currentToken()) {
            case STRING -> List.of(reader.readString());
            case BEGIN_ARRAY -> {
                var texts = new ArrayList<String>();
                reader.beginArray();
                while (reader.hasNextElement()) {
                    texts.add(text(reader, tokenIds));
                }
                reader.endArray();
                yield texts;
            }
            default -> throw WireJson.wrongType(reader, "a string or an array of strings");
        };
    }

    private static String text(JsonReader reader, Supplier<GatewayException> tokenIds) {
        return switch (reader.currentToken()) {
            case STRING -> reader.readString();
            case NUMBER, BEGIN_ARRAY -> throw tokenIds.get();
            default -> throw WireJson.wrongType(reader, "a string");
        };
    }
}
