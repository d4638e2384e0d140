package io.geminigateway.openai.embeddings;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.openai.OpenAiRequests;
import io.geminigateway.openai.TextList;

/// Reads an [EmbeddingInput].
@CustomAdapter
final class EmbeddingInputAdapter implements JsonAdapter<EmbeddingInput> {
    public EmbeddingInputAdapter(Jsonb ignored) {}

    @Override
    public EmbeddingInput fromJson(JsonReader reader) {
        return new EmbeddingInput(TextList.read(reader, EmbeddingInputAdapter::tokenIds));
    }

    private static GatewayException tokenIds() {
        return OpenAiRequests.unsupported(
                "input",
                "'input' holds token ids, which mean nothing to Gemini: send text instead "
                        + "(in LangChain: check_embedding_ctx_length=False)");
    }

    @Override
    public void toJson(JsonWriter writer, EmbeddingInput value) {
        throw new UnsupportedOperationException("requests are only read");
    }
}
