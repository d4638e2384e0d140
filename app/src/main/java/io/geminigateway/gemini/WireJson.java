package io.geminigateway.gemini;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.jsonb.Jsonb;

/// Reads and writes one kind of wire record, strictly. Thread-safe.
public final class WireJson<T> {
    private static final Jsonb ADAPTERS =
            Jsonb.builder().adapter(FieldNames.SOURCE).build();

    private final JsonAdapter<T> adapter;
    private final boolean fromGoogle;
    private final boolean emptyLists;
    private final NameCache names = new NameCache();

    private WireJson(JsonAdapter<T> adapter, boolean fromGoogle, boolean emptyLists) {
        this.adapter = adapter;
        this.fromGoogle = fromGoogle;
        this.emptyLists = emptyLists;
    }

    /// The one that was generated for a kind of record.
    static <T> JsonAdapter<T> adapter(Class<T> type) {
        return ADAPTERS.adapter(type);
    }

    /// For what Google sends: proto3's JSON.
    public static <T> WireJson<T> ofGoogle(Class<T> type) {
        return new WireJson<>(adapter(type), true, false);
    }

    /// For what clients send: numbers are never strings, and no field comes twice.
    public static <T> WireJson<T> ofClient(Class<T> type) {
        return new WireJson<>(adapter(type), false, false);
    }

    /// The same, but empty lists are written too.
    public WireJson<T> withEmptyLists() {
        return new WireJson<>(adapter, fromGoogle, true);
    }

    /// Throws a [MalformedJsonException], and nothing else, for whatever is not such a record.
    public T read(byte[] json) {
        var reader =
                fromGoogle ? StrictJsonReader.ofGoogle(json, names, names) : StrictJsonReader.ofClient(json, names);
        if (reader.isNullValue()) {
            throw new MalformedJsonException("Expected an object, but got null instead", null);
        }
        var value = adapter.fromJson(reader);
        reader.end();
        return value;
    }

    /// Absent fields are not written, nor are empty lists.
    public byte[] write(T value) {
        var writer = new WireJsonWriter(emptyLists);
        adapter.toJson(writer, value);
        return writer.take();
    }

    /// For adapters: the next string, which may be large and is not copied.
    public static Utf8 readUtf8(JsonReader reader) {
        return reader.unwrap(StrictJsonReader.class).readUtf8();
    }

    /// For adapters of fields that come in several shapes: the value that is to be read next is none of them.
    public static MalformedJsonException wrongType(JsonReader reader, String expected) {
        return reader.unwrap(StrictJsonReader.class).wrongType(expected);
    }
}
