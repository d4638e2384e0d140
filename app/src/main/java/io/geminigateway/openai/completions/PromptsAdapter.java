package io.geminigateway.openai.completions;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.openai.OpenAiRequests;
import java.util.ArrayList;
import java.util.List;

/// Reads [Prompts]. Numbers are the ids of OpenAI's own tokens: only its models know what they mean.
@CustomAdapter
final class PromptsAdapter implements JsonAdapter<Prompts> {
    public PromptsAdapter(Jsonb ignored) {}

    @Override
    public Prompts fromJson(JsonReader reader) {
        return switch (reader.currentToken()) {
            case STRING -> new Prompts(List.of(reader.readString()));
            case BEGIN_ARRAY -> {
                var texts = new ArrayList<String>();
                reader.beginArray();
                while (reader.hasNextElement()) {
                    texts.add(text(reader));
                }
                reader.endArray();
                yield new Prompts(texts);
            }
            default -> throw WireJson.wrongType(reader, "a string or an array of strings");
        };
    }

    private static String text(JsonReader reader) {
        return switch (reader.currentToken()) {
            case STRING -> reader.readString();
            case NUMBER, BEGIN_ARRAY ->
                throw OpenAiRequests.unsupported(
                        "prompt", "'prompt' holds token ids, which mean nothing to Gemini: send text instead");
            default -> throw WireJson.wrongType(reader, "a string");
        };
    }

    @Override
    public void toJson(JsonWriter writer, Prompts value) {
        throw new UnsupportedOperationException("requests are only read");
    }
}
