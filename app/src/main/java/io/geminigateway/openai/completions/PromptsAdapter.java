package io.geminigateway.openai.completions;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.openai.OpenAiRequests;
import io.geminigateway.openai.TextList;

/// Reads [Prompts].
@CustomAdapter
final class PromptsAdapter implements JsonAdapter<Prompts> {
    public PromptsAdapter(Jsonb ignored) {}

    @Override
    public Prompts fromJson(JsonReader reader) {
        return new Prompts(TextList.read(reader, PromptsAdapter::tokenIds));
    }

    private static GatewayException tokenIds() {
        return OpenAiRequests.unsupported(
                "prompt", "'prompt' holds token ids, which mean nothing to Gemini: send text instead");
    }

    @Override
    public void toJson(JsonWriter writer, Prompts value) {
        throw new UnsupportedOperationException("requests are only read");
    }
}
