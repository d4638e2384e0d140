package io.geminigateway.openai.chat;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.geminigateway.gemini.WireJson;
import java.util.ArrayList;
import java.util.List;

/// Reads a [OneOrMany] in either shape.
@CustomAdapter
final class OneOrManyAdapter implements JsonAdapter<OneOrMany> {
    public OneOrManyAdapter(Jsonb ignored) {}

    @Override
    public OneOrMany fromJson(JsonReader reader) {
        return switch (reader.currentToken()) {
            case STRING -> new OneOrMany(List.of(reader.readString()));
            case BEGIN_ARRAY -> {
                var strings = new ArrayList<String>();
                reader.beginArray();
                while (reader.hasNextElement()) {
                    strings.add(reader.readString());
                }
                reader.endArray();
                yield new OneOrMany(strings);
            }
            default -> throw WireJson.wrongType(reader, "a string or an array");
        };
    }

    @Override
    public void toJson(JsonWriter writer, OneOrMany value) {
        throw new UnsupportedOperationException("requests are only read");
    }
}
