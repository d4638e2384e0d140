package io.geminigateway.prompt;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.geminigateway.gemini.Utf8;
import io.geminigateway.gemini.WireJson;

/// Reads a [MediaLink] from a string, or from an object with a `url`.
@CustomAdapter
public final class MediaLinkAdapter implements JsonAdapter<MediaLink> {
    public MediaLinkAdapter(Jsonb ignored) {}

    @Override
    public MediaLink fromJson(JsonReader reader) {
        return switch (reader.currentToken()) {
            case STRING -> new MediaLink(WireJson.readUtf8(reader), null);
            case BEGIN_OBJECT -> object(reader);
            default -> throw WireJson.wrongType(reader, "a string or an object");
        };
    }

    @Override
    public void toJson(JsonWriter writer, MediaLink value) {
        throw new UnsupportedOperationException("requests are only read");
    }

    private static MediaLink object(JsonReader reader) {
        var url = Utf8.EMPTY;
        String detail = null;
        reader.beginObject();
        while (reader.hasNextField()) {
            switch (reader.nextField()) {
                case "url" -> url = WireJson.readUtf8(reader);
                case "detail" -> detail = reader.isNullValue() ? null : reader.readString();
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        return new MediaLink(url, detail);
    }
}
