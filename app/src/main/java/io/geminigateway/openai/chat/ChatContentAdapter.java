package io.geminigateway.openai.chat;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.geminigateway.gemini.WireJson;
import java.util.ArrayList;
import java.util.List;

/// Reads a [ChatContent] in either shape.
@CustomAdapter
final class ChatContentAdapter implements JsonAdapter<ChatContent> {
    private final JsonAdapter<ChatPart> part;

    public ChatContentAdapter(Jsonb jsonb) {
        part = jsonb.adapter(ChatPart.class);
    }

    @Override
    public ChatContent fromJson(JsonReader reader) {
        return switch (reader.currentToken()) {
            case STRING -> new ChatContent(List.of(ChatPart.ofText(reader.readString())));
            case BEGIN_ARRAY -> {
                var parts = new ArrayList<ChatPart>();
                reader.beginArray();
                while (reader.hasNextElement()) {
                    parts.add(part.fromJson(reader));
                }
                reader.endArray();
                yield new ChatContent(parts);
            }
            default -> throw WireJson.wrongType(reader, "a string or an array");
        };
    }

    @Override
    public void toJson(JsonWriter writer, ChatContent content) {
        throw new UnsupportedOperationException("requests are only read");
    }
}
