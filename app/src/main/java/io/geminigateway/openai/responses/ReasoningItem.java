package io.geminigateway.openai.responses;

import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;
import org.jspecify.annotations.Nullable;

/// What the model thought, or only the signature of what follows or went before.
final class ReasoningItem implements OutputItem {
    private static final String SUMMARY = "\"summary_index\":0,";

    private final ItemPlace place;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String sealed;

    ReasoningItem(ItemPlace place) {
        this.place = place;
        place.added(this::write);
    }

    void add(String piece) {
        if (text.isEmpty()) {
            place.event(
                    "response.reasoning_summary_part.added",
                    out -> out.append(SUMMARY).append("\"part\":{\"type\":\"summary_text\",\"text\":\"\"}"));
        }
        text.append(piece);
        place.event("response.reasoning_summary_text.delta", out -> {
            out.append(SUMMARY).append("\"delta\":");
            JsonText.write(piece, out);
        });
    }

    /// `sealed` is what the client shall bring back, if anything.
    void end(@Nullable String sealed) {
        this.sealed = sealed;
        if (!text.isEmpty()) {
            place.event("response.reasoning_summary_text.done", out -> {
                out.append(SUMMARY).append("\"text\":");
                JsonText.write(text.toString(), out);
            });
            place.event("response.reasoning_summary_part.done", out -> {
                out.append(SUMMARY).append("\"part\":");
                part(out);
            });
        }
        place.done(this::write);
    }

    @Override
    public void write(Bytes out) {
        out.append("{\"id\":\"" + place.id() + "\",\"type\":\"reasoning\",\"summary\":[");
        if (!text.isEmpty()) {
            part(out);
        }
        out.append("],\"encrypted_content\":");
        JsonText.writeOrNull(sealed, out);
        out.append("}");
    }

    private void part(Bytes out) {
        out.append("{\"type\":\"summary_text\",\"text\":");
        JsonText.write(text.toString(), out);
        out.append("}");
    }
}
