package io.geminigateway.gemini;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import org.jspecify.annotations.Nullable;

/// Reads and writes strings without making any.
@CustomAdapter
public final class Utf8Adapter implements JsonAdapter<Utf8> {
    public Utf8Adapter(Jsonb ignored) {}

    @Override
    public @Nullable Utf8 fromJson(JsonReader reader) {
        return reader.isNullValue() ? null : WireJson.readUtf8(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Utf8 value) {
        writer.unwrap(WireJsonWriter.class).value(value);
    }
}
