package io.geminigateway.openai;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OpenAiErrorsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    static List<Arguments> failures() {
        return List.of(
                row(new Failure.InvalidRequest("m"), 400, "invalid_request_error", null, null),
                row(new Failure.InvalidRequest("m", "a[0].b"), 400, "invalid_request_error", null, "a[0].b"),
                row(new Failure.InvalidRequest("m", "n", "c"), 400, "invalid_request_error", "c", "n"),
                row(
                        new Failure.ContextTooLong("m"),
                        400,
                        "invalid_request_error",
                        "context_length_exceeded",
                        "messages"),
                row(new Failure.Unauthenticated("m"), 401, "invalid_request_error", "invalid_api_key", null),
                row(new Failure.Forbidden("m"), 403, "invalid_request_error", "forbidden", null),
                row(new Failure.NotFound("m"), 404, "invalid_request_error", "not_found", null),
                row(new Failure.ModelNotFound("m"), 404, "invalid_request_error", "model_not_found", "model"),
                row(new Failure.MethodNotAllowed("m", "GET"), 405, "invalid_request_error", "method_not_allowed", null),
                row(new Failure.RequestTimeout("m"), 408, "timeout", "request_timeout", null),
                row(new Failure.RequestTooLarge("m"), 413, "invalid_request_error", "request_too_large", null),
                row(
                        new Failure.UnsupportedMediaType("m"),
                        415,
                        "invalid_request_error",
                        "unsupported_media_type",
                        null),
                row(new Failure.RateLimited("m", SECOND, false), 429, "requests", "rate_limit_exceeded", null),
                row(new Failure.RateLimited("m", SECOND, true), 429, "insufficient_quota", "insufficient_quota", null),
                row(new Failure.Internal("m"), 500, "server_error", null, null),
                row(broken(ErrorType.UPSTREAM_RESET), 502, "server_error", "upstream_error", null),
                row(broken(ErrorType.UPSTREAM_EMPTY), 502, "server_error", "empty_response", null),
                row(new Failure.NoAccount("m", null), 503, "server_error", "server_is_overloaded", null),
                row(new Failure.ModelOverloaded("m", SECOND), 503, "server_error", "server_is_overloaded", null),
                row(new Failure.Overloaded("m", SECOND), 503, "server_error", "server_is_overloaded", null),
                row(new Failure.ShuttingDown("m"), 503, "server_error", "server_is_overloaded", null),
                row(
                        new Failure.UpstreamTimeout(ErrorType.UPSTREAM_TIMEOUT_FIRST, "m"),
                        504,
                        "server_error",
                        "upstream_timeout",
                        null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        9 | 8 | This model's maximum context length is 8 tokens. However, your messages resulted in 9 tokens. Please reduce the length of the messages.
        0 | 8 | This model's maximum context length is 8 tokens. Please reduce the length of the messages.
        0 | 0 | Your input exceeds the context window of this model. m
        """)
    void aPromptThatIsTooLongIsToldInOpenAisWords(long tokens, long limit, String message) {
        var answer = OpenAiErrors.answer(new Failure.ContextTooLong("m", tokens, limit));

        assertThat(new JsonObject(new String(answer.body(), UTF_8))
                        .getJsonObject("error")
                        .getString("message"))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsStatusAndItsEnvelope(
            Failure failure, int status, String type, @Nullable String code, @Nullable String param) {
        var answer = OpenAiErrors.answer(failure);

        assertThat(answer.status()).isEqualTo(status);
        var body = new JsonObject(new String(answer.body(), UTF_8));
        assertThat(body.fieldNames()).containsExactly("error");
        var error = body.getJsonObject("error");
        assertThat(error.fieldNames()).containsExactlyInAnyOrder("message", "type", "param", "code");
        assertThat(error.getString("message")).endsWith("m");
        assertThat(error.getString("type")).isEqualTo(type);
        assertThat(error.getString("code")).isEqualTo(code);
        assertThat(error.getString("param")).isEqualTo(param);
    }

    @Test
    void noFailureIsForgottenHere() {
        var tested = new HashSet<Class<?>>();
        failures().forEach(row -> tested.add(row.get()[0].getClass()));

        assertThat(tested).isEqualTo(Set.of(Failure.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 1, 1",
        "PT0.001S, 1, 1",
        "PT0.2S, 1, 200",
        "PT1S, 1, 1000",
        "PT1.0000001S, 2, 1001",
        "PT17.5S, 18, 17500",
        "PT60S, 60, 60000"
    })
    void aShortWaitIsToldInWholeSecondsRoundedUp(Duration wait, String seconds, String milliseconds) {
        var headers =
                OpenAiErrors.answer(new Failure.RateLimited("m", wait, false)).headers();

        assertThat(headers).isEqualTo(Map.of("retry-after", seconds, "retry-after-ms", milliseconds));
    }

    @Test
    void nobodyIsToldToSleepThroughALongWait() {
        var headers = OpenAiErrors.answer(new Failure.RateLimited("m", Duration.ofHours(7), true))
                .headers();

        assertThat(headers)
                .isEqualTo(Map.of("retry-after", "25200", "retry-after-ms", "25200000", "x-should-retry", "false"));
    }

    @Test
    void withoutAnyAccountARetryIsPointless() {
        assertThat(OpenAiErrors.answer(new Failure.NoAccount("m", null)).headers())
                .isEqualTo(Map.of("x-should-retry", "false"));
        assertThat(OpenAiErrors.answer(new Failure.NoAccount("m", SECOND)).headers())
                .isEqualTo(Map.of("retry-after", "1", "retry-after-ms", "1000"));
    }

    @Test
    void aGatewayThatGoesAwayIsSoonReplaced() {
        assertThat(OpenAiErrors.answer(new Failure.ShuttingDown("m")).headers())
                .isEqualTo(Map.of("retry-after", "1", "retry-after-ms", "1000"));
    }

    @Test
    void theAllowedMethodsAreTold() {
        assertThat(OpenAiErrors.answer(new Failure.MethodNotAllowed("m", "GET, HEAD"))
                        .headers())
                .isEqualTo(Map.of("allow", "GET, HEAD"));
    }

    @Test
    void inAStreamTheEnvelopeIsANamedEvent() {
        var out = new Bytes();

        OpenAiErrors.event(new Failure.Internal("line\nbreak"), out);

        assertThat(out)
                .hasToString("event: error\n"
                        + "data: {\"error\":{\"message\":\"line\\n"
                        + "break\",\"type\":\"server_error\",\"param\":null,\"code\":null}}\n\n");
    }

    private static Failure broken(ErrorType type) {
        return new Failure.UpstreamBroken(type, "m");
    }

    private static Arguments row(
            Failure failure, int status, String type, @Nullable String code, @Nullable String param) {
        return Arguments.of(failure, status, type, code, param);
    }
}
