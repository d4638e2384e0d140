package io.geminigateway.gemini;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import org.jspecify.annotations.Nullable;

/// Reads and writes JSON of any shape as it is, without a copy.
@CustomAdapter
public final class RawJsonAdapter implements JsonAdapter<RawJson> {
    public RawJsonAdapter(Jsonb ignored) {}

    @Override
    public @Nullable RawJson fromJson(JsonReader reader) {
        return reader.isNullValue()
                ? null
                : reader.unwrap(StrictJsonReader.class).readRawJson();
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable RawJson value) {
        writer.unwrap(WireJsonWriter.class).value(value);
    }
}
