package io.geminigateway.anthropic.messages;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.prompt.MediaLink;
import org.jspecify.annotations.Nullable;

/// Reads a [Source]. Some clients put a whole data URI where only its data belongs.
@CustomAdapter
final class SourceAdapter implements JsonAdapter<Source> {
    private final Jsonb jsonb;

    public SourceAdapter(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    @Override
    public Source fromJson(JsonReader reader) {
        return switch (reader.currentToken()) {
            case STRING -> new Source(null, null, null, link(reader), null, null);
            case BEGIN_OBJECT -> object(reader);
            default -> throw WireJson.wrongType(reader, "an object");
        };
    }

    private Source object(JsonReader reader) {
        String type = null;
        String mediaType = null;
        MediaLink data = null;
        MediaLink url = null;
        String fileId = null;
        Blocks content = null;
        reader.beginObject();
        while (reader.hasNextField()) {
            switch (reader.nextField()) {
                case "type" -> type = text(reader);
                case "media_type" -> mediaType = text(reader);
                case "data" -> data = reader.isNullValue() ? null : link(reader);
                case "url" -> url = reader.isNullValue() ? null : link(reader);
                case "file_id" -> fileId = text(reader);
                case "content" -> content = jsonb.adapter(Blocks.class).fromJson(reader);
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        return new Source(type, mediaType, data, url, fileId, content);
    }

    private static @Nullable String text(JsonReader reader) {
        return reader.isNullValue() ? null : reader.readString();
    }

    private static MediaLink link(JsonReader reader) {
        return new MediaLink(WireJson.readUtf8(reader), null);
    }

    @Override
    public void toJson(JsonWriter writer, Source source) {
        throw new UnsupportedOperationException("requests are only read");
    }
}
