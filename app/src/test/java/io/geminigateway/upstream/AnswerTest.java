package io.geminigateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Backend;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.Method;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
    private static final GeminiJson JSON = new GeminiJson();

    private final List<GeminiEvent> told = new ArrayList<>();

    @Test
    void aStreamOfTooManyEventsIsTooLarge() {
        var answer = answer(true);
        var comment = new byte[1024 * 1024];
        Arrays.fill(comment, (byte) ':');
        comment[comment.length - 1] = '\n';

        var failure = Optional.<UpstreamFailure>empty();
        for (var sent = 0; sent < 70 && failure.isEmpty(); sent++) {
            failure = answer.read(comment, 0, comment.length);
        }

        assertThat(failure.map(one -> one.type().wireName())).contains("upstream_too_large");
    }

    @Test
    void theAnswerIsCompleteWhenTheLastCandidateIs() {
        var answer = answer(true);

        feed(answer, event("{\"candidates\":[{\"index\":0,\"finishReason\":\"STOP\"},{\"index\":1}]}"));
        assertThat(answer.isComplete()).isFalse();

        feed(answer, event("{\"candidates\":[{\"index\":1,\"finishReason\":\"MAX_TOKENS\"}]}"));
        assertThat(answer.isComplete()).isTrue();
        assertThat(answer.end(false)).isEmpty();
    }

    @Test
    void oneCandidateWithContentIsEnough() {
        var answer = answer(true);

        feed(
                answer,
                event("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"x\"}]},\"finishReason\":\"STOP\"}]}"));
        feed(answer, event("{\"candidates\":[{\"index\":1,\"finishReason\":\"STOP\"}]}"));

        assertThat(answer.end(false)).isEmpty();
    }

    @Test
    void whatFollowsACompleteAnswerCannotSpoilIt() {
        var answer = answer(true);

        feed(
                answer,
                event("{\"candidates\":[{\"finishReason\":\"MAX_TOKENS\"}]}") + "data: [DONE]\n\n{\"error\":{}}\n");

        assertThat(answer.end(true)).isEmpty();
    }

    @Test
    void aLastEventWithoutItsBlankLineCounts() {
        var answer = answer(true);

        feed(answer, "data: {\"candidates\":[{\"finishReason\":\"MAX_TOKENS\"}]}");

        assertThat(answer.end(false)).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void aCutLastEventDoesNot() {
        var answer = answer(true);

        feed(answer, "data: {\"candidates\":[{\"finishReason\":\"MAX_TOKENS\"}]}");

        assertThat(answer.end(true).map(one -> one.type().wireName())).contains("upstream_reset");
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "text/event-stream, true, true",
        "'text/event-stream; charset=utf-8', true, true",
        "application/json, true, true",
        ", true, true",
        "text/html, true, false",
        "application/json; charset=UTF-8, false, true",
        "text/event-stream, false, false",
    })
    void theContentTypeTellsAnswersFromPages(String contentType, boolean streaming, boolean expected) {
        assertThat(answer(streaming).canBe(contentType)).isEqualTo(expected);
    }

    private Answer answer(boolean streaming) {
        var classifier = new ErrorClassifier(InstantSource.system());
        var method = streaming ? Method.STREAM_GENERATE_CONTENT : Method.GENERATE_CONTENT;
        return new Answer(method, Backend.GEMINI_API, JSON, classifier, told::add);
    }

    private static void feed(Answer answer, String text) {
        var bytes = text.getBytes(UTF_8);
        assertThat(answer.read(bytes, 0, bytes.length)).isEmpty();
    }

    private static String event(String json) {
        return "data: " + json + "\r\n\r\n";
    }
}
