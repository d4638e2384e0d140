package io.geminigateway.openai.chat;

import io.geminigateway.answer.Citation;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.sse.Bytes;
import java.util.List;

/// Where an answer has its claims from, in OpenAI's words.
final class Annotations {
    private Annotations() {}

    /// Writes the list of them.
    static void write(List<Citation> citations, Bytes out) {
        if (citations.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append(new JsonValue.Elements(citations.stream()
                        .<JsonValue>map(Annotations::annotation)
                        .toList())
                .toString());
    }

    private static Members annotation(Citation citation) {
        return Members.NONE
                .with("type", JsonValue.of("url_citation"))
                .with(
                        "url_citation",
                        Members.NONE
                                .with("url", JsonValue.of(citation.url()))
                                .with("title", JsonValue.of(citation.title()))
                                .with("start_index", JsonValue.of(citation.start()))
                                .with("end_index", JsonValue.of(citation.end())));
    }
}
