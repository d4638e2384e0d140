package io.geminigateway.openai.embeddings;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.EmbedContentResponse;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.sse.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Gathers the vectors of all calls, and writes them as one list in the order of the texts.
final class EmbeddingAnswer implements AnswerWriter {
    /// What the client wants, and what it asked about. `shortened` vectors are brought back to length one.
    record Form(String spokenModel, boolean base64, boolean shortened, Sizes sizes) {}

    /// How many texts, and how many tokens we take them for: the Gemini API does not count them.
    record Sizes(int texts, int tokens) {}

    private static final WireJson<EmbedContentResponse> RESPONSES = WireJson.ofGoogle(EmbedContentResponse.class);

    private final Form form;
    private final List<List<String>> vectors;
    private int counted;

    EmbeddingAnswer(Form form, int calls) {
        this.form = form;
        vectors = new ArrayList<>(Collections.nCopies(calls, List.of()));
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        event(0, event, out);
    }

    @Override
    public void event(int part, GeminiEvent event, Bytes out) {
        try {
            var response = RESPONSES.read(event.json());
            counted += response.promptTokens();
            vectors.set(part, response.vectors().stream().map(this::encoded).toList());
        } catch (MalformedJsonException | NumberFormatException e) {
            throw unreadable();
        }
    }

    @Override
    public void end(Bytes out) {
        if (vectors.stream().mapToInt(List::size).sum() != form.sizes().texts()) {
            throw unreadable();
        }
        var index = 0;
        out.append("{\"object\":\"list\",\"data\":[");
        for (var call : vectors) {
            for (var vector : call) {
                out.append("%s{\"object\":\"embedding\",\"index\":%d,\"embedding\":"
                        .formatted(index == 0 ? "" : ",", index));
                out.append(vector).append("}");
                index++;
            }
        }
        var tokens = counted == 0 ? form.sizes().tokens() : counted;
        out.append("],\"model\":");
        JsonText.write(form.spokenModel(), out);
        out.append(",\"usage\":{\"prompt_tokens\":%d,\"total_tokens\":%d}}".formatted(tokens, tokens));
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        throw new IllegalStateException("an answer that is not streamed fails before its first byte");
    }

    /// As it stands in the answer: a list of numbers, or a string.
    private String encoded(EmbedContentResponse.Vector vector) {
        var values = vector.values();
        if (values == null) {
            throw unreadable();
        }
        if (!form.base64() && !form.shortened() && values.startsWith("[")) {
            return values; // as Google wrote it
        }
        var numbers = Numbers.of(values);
        var wanted = form.shortened() ? numbers.normalized() : numbers;
        return form.base64() ? '"' + wanted.base64() + '"' : wanted.json();
    }

    private static GatewayException unreadable() {
        return new Failure.UpstreamBroken(ErrorType.UPSTREAM_PROTOCOL, "Google's answer does not hold the embeddings")
                .asException();
    }
}
