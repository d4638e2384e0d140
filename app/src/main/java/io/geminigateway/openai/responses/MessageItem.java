package io.geminigateway.openai.responses;

import io.geminigateway.answer.Citation;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.sse.Bytes;
import java.util.ArrayList;
import java.util.List;

/// What the model said: one part of text, or the word that Google refused.
final class MessageItem implements OutputItem {
    private final ItemPlace place;
    private final StringBuilder text = new StringBuilder();
    private final List<JsonValue> chances = new ArrayList<>(0);
    private List<Citation> citations = List.of();
    private String status = "in_progress";
    private final boolean isRefusal;

    private MessageItem(ItemPlace place, boolean isRefusal) {
        this.place = place;
        this.isRefusal = isRefusal;
        place.added(out -> out.append(head()).append("]}"));
        place.contentEvent("response.content_part.added", out -> {
            out.append("\"part\":");
            part(out);
        });
    }

    static MessageItem begun(ItemPlace place) {
        return new MessageItem(place, false);
    }

    /// All of it at once.
    static MessageItem refusal(ItemPlace place, String refusal) {
        var message = new MessageItem(place, true);
        message.text.append(refusal);
        message.piece("response.refusal.delta", "\"delta\":", refusal);
        message.piece("response.refusal.done", "\"refusal\":", refusal);
        message.close(true);
        return message;
    }

    /// `tokens` tell how likely the words were, where that was asked for.
    void add(String piece, List<JsonValue> tokens) {
        text.append(piece);
        chances.addAll(tokens);
        place.contentEvent("response.output_text.delta", out -> {
            out.append("\"delta\":");
            JsonText.write(piece, out);
            out.append(",\"logprobs\":").append(json(tokens));
        });
    }

    /// Only the last message of an answer has citations, and only it may be incomplete.
    void end(List<Citation> found, boolean isWhole) {
        citations = found;
        cite();
        place.contentEvent("response.output_text.done", out -> {
            out.append("\"text\":");
            JsonText.write(text.toString(), out);
            out.append(",\"logprobs\":").append(json(chances));
        });
        close(isWhole);
    }

    @Override
    public void write(Bytes out) {
        out.append(head());
        part(out);
        out.append("]}");
    }

    private void cite() {
        for (var i = 0; i < citations.size(); i++) {
            var index = i;
            place.contentEvent("response.output_text.annotation.added", out -> {
                out.append("\"annotation_index\":" + index + ",\"annotation\":");
                annotation(citations.get(index), out);
            });
        }
    }

    private void close(boolean isWhole) {
        status = isWhole ? "completed" : "incomplete";
        place.contentEvent("response.content_part.done", out -> {
            out.append("\"part\":");
            part(out);
        });
        place.done(this::write);
    }

    private void piece(String type, String member, String piece) {
        place.contentEvent(type, out -> {
            out.append(member);
            JsonText.write(piece, out);
        });
    }

    private String head() {
        return "{\"id\":\"" + place.id() + "\",\"type\":\"message\",\"status\":\"" + status
                + "\",\"role\":\"assistant\",\"content\":[";
    }

    private void part(Bytes out) {
        out.append(isRefusal ? "{\"type\":\"refusal\",\"refusal\":" : "{\"type\":\"output_text\",\"text\":");
        JsonText.write(text.toString(), out);
        if (!isRefusal) {
            out.append(",\"annotations\":[");
            for (var i = 0; i < citations.size(); i++) {
                out.append(i == 0 ? "" : ",");
                annotation(citations.get(i), out);
            }
            out.append("],\"logprobs\":").append(json(chances));
        }
        out.append("}");
    }

    private static void annotation(Citation citation, Bytes out) {
        out.append("{\"type\":\"url_citation\",\"url\":");
        JsonText.write(citation.url(), out);
        out.append(",\"title\":");
        JsonText.write(citation.title(), out);
        out.append(",\"start_index\":" + citation.start() + ",\"end_index\":" + citation.end() + "}");
    }

    private static String json(List<JsonValue> tokens) {
        return new JsonValue.Elements(tokens).toString();
    }
}
