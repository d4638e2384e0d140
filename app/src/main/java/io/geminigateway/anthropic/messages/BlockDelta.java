package io.geminigateway.anthropic.messages;

import io.geminigateway.answer.Citation;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;

/// What comes to a block of an answer.
sealed interface BlockDelta {
    record Words(String text) implements BlockDelta {}

    record Thought(String text) implements BlockDelta {}

    /// Once for a block, and last.
    record Signature(String signature) implements BlockDelta {}

    /// A piece of the input of a call, as JSON.
    record Input(String json) implements BlockDelta {}

    record Cited(Citation citation) implements BlockDelta {}

    default void write(Bytes out) {
        switch (this) {
            case Words words -> write("text_delta\",\"text\":", words.text(), out);
            case Thought thought -> write("thinking_delta\",\"thinking\":", thought.text(), out);
            case Signature signature -> write("signature_delta\",\"signature\":", signature.signature(), out);
            case Input input -> write("input_json_delta\",\"partial_json\":", input.json(), out);
            case Cited cited -> {
                out.append("{\"type\":\"citations_delta\",\"citation\":");
                writeCitation(cited.citation(), out);
                out.write('}');
            }
        }
    }

    private static void write(String typeAndName, String value, Bytes out) {
        out.append("{\"type\":\"").append(typeAndName);
        JsonText.write(value, out);
        out.write('}');
    }

    /// Google does not tell what the page says, only what the answer makes of it.
    static void writeCitation(Citation citation, Bytes out) {
        out.append("{\"type\":\"web_search_result_location\",\"url\":");
        JsonText.write(citation.url(), out);
        out.append(",\"title\":");
        JsonText.write(citation.title(), out);
        out.append(",\"encrypted_index\":\"\",\"cited_text\":");
        JsonText.write(citation.text(), out);
        out.write('}');
    }
}
