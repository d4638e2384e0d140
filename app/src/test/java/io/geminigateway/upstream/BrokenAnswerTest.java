package io.geminigateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenAnswerTest {
    private static final String EVENT = "text/event-stream";
    private static final String HELLO =
            "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hé\"}]}}]}\r\n\r\n";
    private static final String END = "data: {\"candidates\":[{\"finishReason\":\"STOP\"}]}\r\n\r\n";

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCutAtAnyByteIsNoticedAndNothingIsToldTwice(boolean tls) {
        var body = HELLO + HELLO + END;
        var length = body.getBytes(UTF_8).length;
        if (tls) {
            rig.overTls();
        }

        for (var at = 0; at < length; at += tls ? 23 : 7) {
            rig.ada.next(Reaction.raw(200, EVENT, body).cutAfter(at));
            var heard = rig.stream();

            assertThat(heard.failure()).as("cut after %d", at).isEqualTo("upstream_reset");
            assertThat(heard.text()).isIn("", "Hé", "HéHé");
        }
    }

    @Test
    void aCleanEndAtAnyByteIsTruncated() {
        var body = HELLO + END;
        var first = HELLO.getBytes(UTF_8).length;
        var length = body.getBytes(UTF_8).length - END.length();

        for (var at = first; at <= length; at += 5) {
            rig.ada.next(Reaction.raw(200, EVENT, body).endedAfter(at));

            assertThat(rig.stream().failure()).as("ended after %d", at).isEqualTo("upstream_truncated");
        }
    }

    @Test
    void aResetAfterTheFinishCostsNothing() {
        var body = HELLO + END + "data: {\"usageMetadata\":{}}\r\n\r\n";
        rig.ada.next(Reaction.raw(200, EVENT, body).cutAfter((HELLO + END).getBytes(UTF_8).length + 5));

        assertThat(rig.stream().failure()).isEqualTo("ended");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void slicesChangeNothing(int bytesPerWrite) {
        rig.ada.next(Reaction.raw(200, EVENT, HELLO + HELLO + END).slicedInto(bytesPerWrite));

        var heard = rig.stream();

        assertThat(heard.failure()).isEqualTo("ended");
        assertThat(heard.text()).isEqualTo("HéHé");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html              | <html>Sorry</html>
            text/event-stream      | ''
            text/event-stream      | 'data: \n\n'
            text/event-stream      | ': nothing but\n\n: comments\n\n'
            text/event-stream      | 'data: {\"candidates\":[\n\n'
            text/event-stream      | <html>Sorry</html>
            text/event-stream      | 'data: null\n\n'
            application/json       | '[{\"candidates\":[]}]'
            image/png              | x
            """)
    void garbageInPlaceOfAStreamIsAProtocolError(String contentType, String body) {
        rig.ada.next(Reaction.raw(200, contentType, body));

        var heard = rig.stream();

        assertThat(heard.failure()).isEqualTo("upstream_protocol");
        assertThat(heard.failureItself().message()).doesNotContain("Sorry", "Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html              | <html>Sorry</html>
            application/json       | ''
            application/json       | '{\"candidates\":['
            application/json       | 17
            text/event-stream      | 'data: {}\n\n'
            """)
    void garbageInPlaceOfAWholeAnswerIsAProtocolError(String contentType, String body) {
        rig.ada.next(Reaction.raw(200, contentType, body));

        assertThat(rig.ask(rig.keyAccount(), false).failure()).isEqualTo("upstream_protocol");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"error\":{\"code\":503,\"message\":\"The model is overloaded.\"}}\n\n",
                "{\"error\":{\"code\":503,\"message\":\"The model is overloaded.\"}}",
                "[{\n  \"error\": {\n    \"code\": 503,\n    \"message\": \"The model is overloaded.\"\n  }\n}]\n"
            })
    void anErrorInsideA200IsAnErrorLikeAnyOther(String error) {
        rig.ada.next(Reaction.raw(200, EVENT, error), Reaction.raw(200, EVENT, HELLO + error));

        var atOnce = rig.stream();
        assertThat(atOnce.failure()).isEqualTo("upstream_overloaded");
        assertThat(atOnce.failureItself().status()).isEqualTo(503);

        var later = rig.stream();
        assertThat(later.failure()).isEqualTo("upstream_overloaded");
        assertThat(later.text()).isEqualTo("Hé");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anErrorInPlaceOfAnAnswerIsAnErrorLikeAnyOther(boolean streaming) {
        rig.ada.next(Reaction.raw(200, "application/json", "[{\"error\":{\"code\":429,\"message\":\"Slow down\"}}]"));

        assertThat(rig.ask(rig.keyAccount(), streaming).failure()).isEqualTo("account_rate_limited");
    }

    @ParameterizedTest
    @CsvSource({"STOP, upstream_empty", "OTHER, upstream_empty", "MAX_TOKENS, ended", "SAFETY, ended"})
    void onlyAnUnexplainedNothingIsEmpty(String finishReason, String expected) {
        var response = "{\"candidates\":[{\"finishReason\":\"" + finishReason + "\"}]}";
        rig.ada.always(Reaction.chunks(List.of(response)));

        assertThat(rig.stream().failure()).isEqualTo(expected);
        assertThat(rig.ask(rig.keyAccount(), false).failure()).isEqualTo(expected);
    }

    @Test
    void aRefusedPromptIsAnAnswer() {
        rig.ada.next(Reaction.failure(GoogleError.BLOCKED_PROMPT));

        assertThat(rig.stream().failure()).isEqualTo("ended");
    }

    @Test
    void aRedirectIsNotFollowed() {
        rig.ada.next(Reaction.redirect(URI.create(rig.google.http() + "/elsewhere")));

        assertThat(rig.stream().failure()).isEqualTo("upstream_protocol");
        assertThat(rig.google.ledger().entries()).hasSize(1);
    }

    @Test
    void anEventWithoutEndIsTooLarge() {
        rig.ada.next(Reaction.endless(Reaction.Endless.Of.EVENT));

        assertThat(rig.stream().failure()).isEqualTo("upstream_too_large");
    }

    @Test
    void aCompressedAnswerIsNotUnpacked() {
        rig.ada.next(Reaction.gzipBomb(100_000_000));

        assertThat(rig.stream().failure()).isEqualTo("upstream_protocol");
    }

    @Test
    void aConnectionClosedWithoutAnAnswerIsAReset() {
        rig.ada.always(Reaction.reset());

        assertThat(rig.stream().failure()).isEqualTo("upstream_reset");
    }

    @Test
    void nothingIsToldAfterAFailure() {
        rig.ada.next(Reaction.raw(200, EVENT, HELLO + "data: oops\n\n" + HELLO + END));

        var heard = rig.stream();

        assertThat(heard.failure()).isEqualTo("upstream_protocol");
        assertThat(heard.log()).containsExactly("event", "drained", "failed");
    }

    @Test
    void googlesErrorsAreClassified() {
        rig.ada.next(Reaction.failure(GoogleError.API_KEY_INVALID), Reaction.failure(GoogleError.OVERLOADED_503));

        assertThat(rig.stream().failure()).isEqualTo("account_key_invalid");
        assertThat(rig.stream().failure()).isEqualTo("upstream_overloaded");
        assertThat(rig.stream().failure()).isEqualTo("ended");
    }
}
