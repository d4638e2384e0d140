package io.geminigateway.openai.responses;

import io.geminigateway.sse.Bytes;
import java.util.function.Consumer;

/// One item of an output: its id, where it stands, and who hears of it.
record ItemPlace(String id, int index, Events events) {
    private static final String CONTENT = ",\"content_index\":0";

    /// The item begins; `item` writes what there is of it.
    void added(Consumer<Bytes> item) {
        item("response.output_item.added", item);
    }

    /// The item is complete.
    void done(Consumer<Bytes> item) {
        item("response.output_item.done", item);
    }

    /// Something happens to it, and there is no more to say.
    void event(String type) {
        events.event(type, out -> out.append(members()));
    }

    /// Something happens to it; `members` are written behind those that say which item it is.
    void event(String type, Consumer<Bytes> members) {
        events.event(type, out -> {
            out.append(members()).append(",");
            members.accept(out);
        });
    }

    /// The same for the one part of a message.
    void contentEvent(String type, Consumer<Bytes> members) {
        events.event(type, out -> {
            out.append(members()).append(CONTENT).append(",");
            members.accept(out);
        });
    }

    private void item(String type, Consumer<Bytes> item) {
        events.event(type, out -> {
            out.append("\"output_index\":" + index + ",\"item\":");
            item.accept(out);
        });
    }

    private String members() {
        return "\"item_id\":\"" + id + "\",\"output_index\":" + index;
    }
}
