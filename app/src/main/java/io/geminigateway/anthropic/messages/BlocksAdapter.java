package io.geminigateway.anthropic.messages;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.List;

/// Reads [Blocks] in either shape.
@CustomAdapter
final class BlocksAdapter implements JsonAdapter<Blocks> {
    private final Jsonb jsonb;

    public BlocksAdapter(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    @Override
    public Blocks fromJson(JsonReader reader) {
        return switch (reader.currentToken()) {
            case STRING -> new Blocks(List.of(Block.ofText(reader.readString())));
            case BEGIN_ARRAY -> new Blocks(list(reader));
            default -> {
                reader.skipValue();
                yield new Blocks(List.of());
            }
        };
    }

    /// Blocks hold blocks: their adapter can only be asked for once both are there.
    private List<Block> list(JsonReader reader) {
        var block = jsonb.adapter(Block.class);
        var blocks = new ArrayList<Block>();
        reader.beginArray();
        while (reader.hasNextElement()) {
            blocks.add(block.fromJson(reader));
        }
        reader.endArray();
        return blocks;
    }

    @Override
    public void toJson(JsonWriter writer, Blocks blocks) {
        throw new UnsupportedOperationException("requests are only read");
    }
}
