package io.geminigateway.anthropic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.sse.Bytes;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnthropicErrorsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    static List<Arguments> failures() {
        return List.of(
                Arguments.of(new Failure.InvalidRequest("m", "n", "c"), 400, "invalid_request_error"),
                Arguments.of(new Failure.ContextTooLong("m"), 400, "invalid_request_error"),
                Arguments.of(new Failure.Unauthenticated("m"), 401, "authentication_error"),
                Arguments.of(new Failure.Forbidden("m"), 403, "permission_error"),
                Arguments.of(new Failure.NotFound("m"), 404, "not_found_error"),
                Arguments.of(new Failure.ModelNotFound("m"), 404, "not_found_error"),
                Arguments.of(new Failure.MethodNotAllowed("m", "GET"), 405, "invalid_request_error"),
                Arguments.of(new Failure.RequestTimeout("m"), 408, "timeout_error"),
                Arguments.of(new Failure.RequestTooLarge("m"), 413, "request_too_large"),
                Arguments.of(new Failure.UnsupportedMediaType("m"), 415, "invalid_request_error"),
                Arguments.of(new Failure.RateLimited("m", SECOND, false), 429, "rate_limit_error"),
                Arguments.of(new Failure.RateLimited("m", SECOND, true), 429, "rate_limit_error"),
                Arguments.of(new Failure.Internal("m"), 500, "api_error"),
                Arguments.of(new Failure.UpstreamBroken(ErrorType.UPSTREAM_RESET, "m"), 500, "api_error"),
                Arguments.of(new Failure.UpstreamTimeout(ErrorType.UPSTREAM_TIMEOUT_FIRST, "m"), 504, "timeout_error"),
                Arguments.of(new Failure.NoAccount("m", null), 529, "overloaded_error"),
                Arguments.of(new Failure.ModelOverloaded("m", SECOND), 529, "overloaded_error"),
                Arguments.of(new Failure.Overloaded("m", SECOND), 529, "overloaded_error"),
                Arguments.of(new Failure.ShuttingDown("m"), 529, "overloaded_error"));
    }

    @Test
    void onlyALimitThatWasMetIsTold() {
        var limited = AnthropicErrors.answer(new Failure.RateLimited("m", SECOND, false), null);
        var overloaded = AnthropicErrors.answer(new Failure.Overloaded("m", SECOND), null);

        assertThat(limited.headers()).containsEntry("anthropic-ratelimit-requests-remaining", "0");
        assertThat(overloaded.headers()).doesNotContainKey("anthropic-ratelimit-requests-remaining");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsStatusAndItsEnvelope(Failure failure, int status, String type) {
        var answer = AnthropicErrors.answer(failure, "req_1");

        assertThat(answer.status()).isEqualTo(status);
        var body = json(answer.body());
        assertThat(body.fieldNames()).containsExactly("type", "error", "request_id");
        assertThat(body.getString("type")).isEqualTo("error");
        assertThat(body.getString("request_id")).isEqualTo("req_1");
        var error = body.getJsonObject("error");
        assertThat(error.fieldNames()).containsExactly("type", "message");
        assertThat(error.getString("type")).isEqualTo(type);
        assertThat(error.getString("message")).endsWith("m");
    }

    @Test
    void noFailureIsForgottenHere() {
        var tested = new HashSet<Class<?>>();
        failures().forEach(row -> tested.add(row.get()[0].getClass()));

        assertThat(tested).isEqualTo(Set.of(Failure.class.getPermittedSubclasses()));
    }

    /// Claude Code reads the numbers, and compacts instead of trying six times.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        250000 | 200000 | prompt is too long: 250000 tokens > 200000 maximum
             0 | 200000 | prompt is too long: 200001 tokens > 200000 maximum
             0 |      0 | prompt is too long: m
        """)
    void aPromptThatIsTooLongIsToldInTheVeryWordsThatAreLookedFor(long tokens, long limit, String message) {
        var answer = AnthropicErrors.answer(new Failure.ContextTooLong("m", tokens, limit), null);

        assertThat(json(answer.body()).getJsonObject("error").getString("message"))
                .isEqualTo(message);
    }

    @Test
    void clientsAreToldWhenToComeAgain() {
        assertThat(AnthropicErrors.answer(new Failure.RateLimited("m", Duration.ofMillis(1500), false), null)
                        .headers())
                .isEqualTo(Map.of(
                        "retry-after", "2", "retry-after-ms", "1500", "anthropic-ratelimit-requests-remaining", "0"));
        assertThat(AnthropicErrors.answer(new Failure.NoAccount("m", null), null)
                        .headers())
                .isEqualTo(Map.of("x-should-retry", "false"));
    }

    @Test
    void inAStreamTheEnvelopeIsANamedEvent() {
        var out = new Bytes();

        AnthropicErrors.event(new Failure.ModelOverloaded("line\nbreak", SECOND), out);

        assertThat(out)
                .hasToString(
                        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"line\\nbreak\"}}\n\n");
    }

    private static JsonObject json(byte[] body) {
        return new JsonObject(new String(body, UTF_8));
    }
}
