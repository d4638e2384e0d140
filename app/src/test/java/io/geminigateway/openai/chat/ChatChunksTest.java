package io.geminigateway.openai.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.Story;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.sse.Bytes;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChatChunksTest {
    private static final String HEAD = """
            data: {"id":"chatcmpl-req-1","object":"chat.completion.chunk","created":7,"model":"models/gemini-3.8-flash","choices":[""";
    private static final String TEXT = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}]}}]}";

    private final ChatCompletions chat = new ChatCompletions(ModelCatalog.bundled(), SignatureStore.none());
    private final Bytes out = new Bytes();

    @Test
    void everyEventIsFramedByteForByte() {
        var writer = writer(true);

        events(writer, TEXT, "{\"candidates\":[{\"finishReason\":\"STOP\"}]}");
        writer.end(out);

        assertThat(out)
                .hasToString(HEAD
                        + "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"logprobs\":null,\"finish_reason\":null}]}\n\n"
                        + HEAD
                        + "{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"logprobs\":null,\"finish_reason\":null}]}\n\n"
                        + HEAD
                        + "{\"index\":0,\"delta\":{},\"logprobs\":null,\"finish_reason\":\"stop\"}]}\n\n"
                        + "data: [DONE]\n\n");
    }

    @Test
    void nothingIsWrittenBeforeThereIsSomethingToSay() {
        var writer = writer(true);

        events(writer, "{\"usageMetadata\":{\"promptTokenCount\":4}}", "{\"candidates\":[{\"index\":0}]}");

        assertThat(out.isEmpty()).isTrue();
    }

    @Test
    void theFinishWaitsForTheEnd() {
        var writer = writer(true);
        events(writer, TEXT);
        out.take();

        events(writer, "{\"candidates\":[{\"finishReason\":\"STOP\"}]}");

        assertThat(out.isEmpty()).isTrue();
    }

    @Test
    void aBrokenStreamEndsWithANamedErrorAndNoTerminator() {
        var writer = writer(true);
        events(writer, TEXT);
        out.take();

        writer.fail(new Failure.UpstreamBroken(ErrorType.UPSTREAM_RESET, "Gemini closed the stream"), out);

        assertThat(out).hasToString("""
                event: error
                data: {"error":{"message":"Gemini closed the stream","type":"server_error","param":null,"code":"upstream_error"}}

                """);
    }

    @Test
    void anAnswerWithoutAnEndDoesNotPassForAWholeOne() {
        var whole = writer(false);
        events(whole, TEXT);

        var thrown = catchThrowableOfType(GatewayException.class, () -> whole.end(out));

        assertThat(thrown.failure().type()).isEqualTo(ErrorType.UPSTREAM_TRUNCATED);
        assertThat(out.isEmpty()).isTrue();
    }

    @Test
    void aStreamWithoutAnEndFails() {
        var writer = writer(true);
        events(writer, TEXT);

        writer.end(out);

        assertThat(out.toString()).contains("event: error\n").doesNotContain("[DONE]", "\"stop\"");
    }

    @Test
    void aCallWithoutANameIsNone() {
        var writer = writer(true);

        events(writer, "{\"candidates\":[{\"content\":{\"parts\":[{\"functionCall\":{}}]}}]}");

        assertThat(out.isEmpty()).isTrue();
    }

    @Test
    void aWholeAnswerCannotBreakHalfWay() {
        var whole = writer(false);

        assertThatThrownBy(() -> whole.fail(new Failure.Internal("x"), out)).isInstanceOf(IllegalStateException.class);
    }

    private AnswerWriter writer(boolean streaming) {
        var request = """
                {"model": "models/gemini-3.8-flash", "stream": %s, "messages": [{"role": "user", "content": "Hi"}]}
                """.formatted(streaming);
        return chat.read(request.getBytes(UTF_8)).answer("\"req-\r\n1", Instant.ofEpochSecond(7));
    }

    private void events(AnswerWriter writer, String... json) {
        for (var event : json) {
            Story.events(("data: " + event).getBytes(UTF_8)).forEach(it -> writer.event(it, out));
        }
    }
}
