package io.geminigateway.openai.embeddings;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.openai.OpenAiRequests;
import java.util.ArrayList;
import java.util.List;

/// Reads an [EmbeddingInput]. Numbers are the ids of OpenAI's own tokens: only its models know what they mean.
@CustomAdapter
final class EmbeddingInputAdapter implements JsonAdapter<EmbeddingInput> {
    public EmbeddingInputAdapter(Jsonb ignored) {}

    @Override
    public EmbeddingInput fromJson(JsonReader reader) {
        return switch (reader.currentToken()) {
            case STRING -> new EmbeddingInput(List.of(reader.readString()));
            case BEGIN_ARRAY -> {
                var texts = new ArrayList<String>();
                reader.beginArray();
                while (reader.hasNextElement()) {
                    texts.add(text(reader));
                }
                reader.endArray();
                yield new EmbeddingInput(texts);
            }
            default -> throw WireJson.wrongType(reader, "a string or an array of strings");
        };
    }

    private static String text(JsonReader reader) {
        return switch (reader.currentToken()) {
            case STRING -> reader.readString();
            case NUMBER, BEGIN_ARRAY ->
                throw OpenAiRequests.unsupported(
                        "input",
                        "'input' holds token ids, which mean nothing to Gemini: send text instead "
                                + "(in LangChain: check_embedding_ctx_length=False)");
            default -> throw WireJson.wrongType(reader, "a string");
        };
    }

    @Override
    public void toJson(JsonWriter writer, EmbeddingInput value) {
        throw new UnsupportedOperationException("requests are only read");
    }
}
