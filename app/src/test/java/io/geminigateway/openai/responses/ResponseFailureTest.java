package io.geminigateway.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.Story;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.sse.Bytes;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Agents read in the error of a response what to do next: its code, and how long to wait.
class ResponseFailureTest {
    private final AnswerWriter writer = new ResponsesTold()
            .read("{\"model\":\"gemini-3.8-flash\",\"input\":\"x\",\"stream\":true}")
            .answer("req_1", Instant.EPOCH);
    private final Bytes out = new Bytes();

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Failure.ContextTooLong("too long", 9, 8), "context_length_exceeded", "8 tokens"),
                Arguments.of(
                        new Failure.RateLimited("All accounts rest", Duration.ofSeconds(11), false),
                        "rate_limit_exceeded",
                        "Please try again in 11s."),
                Arguments.of(
                        new Failure.RateLimited("Enough for today", Duration.ofHours(1), true),
                        "insufficient_quota",
                        "Enough for today"),
                Arguments.of(
                        new Failure.UpstreamBroken(ErrorType.UPSTREAM_TRUNCATED, "broke off"),
                        "upstream_error",
                        "broke off"),
                Arguments.of(new Failure.Internal("a bug"), "server_error", "a bug"));
    }

    /// A heartbeat may have been all that the client has heard.
    @ParameterizedTest
    @MethodSource("failures")
    void aFailureBeforeAnythingWasSaidStillHasABeginning(Failure failure, String code, String words) {
        writer.heartbeat(out);

        writer.fail(failure, out);

        var events = followed();
        var error = events.getLast().getJsonObject("response").getJsonObject("error");
        assertThat(events).hasSize(3);
        assertThat(error.getString("code")).isEqualTo(code);
        assertThat(error.getString("message")).contains(words);
    }

    @Test
    void aFailureWithinAMessageTellsWhatWasComplete() {
        Story.events("""
                data: {"candidates":[{"content":{"parts":[{"text":"Hm.","thought":true}]}}]}

                data: {"candidates":[{"content":{"parts":[{"text":"Well"}]}}]}

                """.getBytes(StandardCharsets.UTF_8)).forEach(event -> writer.event(event, out));

        writer.fail(new Failure.UpstreamBroken(ErrorType.UPSTREAM_TRUNCATED, "broke off"), out);

        var response = followed().getLast().getJsonObject("response");
        assertThat(response.getString("status")).isEqualTo("failed");
        assertThat(response.getJsonArray("output")).hasSize(1);
        assertThat(response.getJsonArray("output").getJsonObject(0).getString("type"))
                .isEqualTo("reasoning");
    }

    private List<JsonObject> followed() {
        var events = ResponseEvents.of(out.toString());
        var client = new StrictResponsesClient();
        events.forEach(client::hear);
        client.end();
        return events;
    }
}
