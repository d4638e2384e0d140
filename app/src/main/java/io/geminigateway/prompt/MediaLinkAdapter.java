package io.geminigateway.prompt;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.geminigateway.gemini.WireJson;
import org.jspecify.annotations.Nullable;

/// Reads a [MediaLink] from a string, or from an object with a `url`.
@CustomAdapter
public final class MediaLinkAdapter implements JsonAdapter<MediaLink> {
    public MediaLinkAdapter(Jsonb ignored) {}

    @Override
    public MediaLink fromJson(JsonReader reader) {
        return switch (reader.currentToken()) {
            case STRING -> link(reader, null);
            case BEGIN_OBJECT -> object(reader);
            default -> throw WireJson.wrongType(reader, "a string or an object");
        };
    }

    @Override
    public void toJson(JsonWriter writer, MediaLink value) {
        throw new UnsupportedOperationException("requests are only read");
    }

    private static MediaLink object(JsonReader reader) {
        MediaLink link = null;
        String detail = null;
        reader.beginObject();
        while (reader.hasNextField()) {
            switch (reader.nextField()) {
                case "url" -> link = link(reader, null);
                case "detail" -> detail = reader.isNullValue() ? null : reader.readString();
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        return link == null ? new MediaLink("", null, detail) : new MediaLink(link.head(), link.data(), detail);
    }

    private static MediaLink link(JsonReader reader, @Nullable String detail) {
        var split = WireJson.readDataUri(reader);
        return new MediaLink(split.head(), split.data(), detail);
    }
}
