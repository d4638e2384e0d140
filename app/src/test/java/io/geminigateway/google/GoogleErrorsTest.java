package io.geminigateway.google;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.ErrorAnswer;
import io.geminigateway.dialect.Head;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.ModelCatalog;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoogleErrorsTest {
    private static final Duration WAIT = Duration.ofMillis(1500);

    private final ModelMethods dialect = new ModelMethods(ModelCatalog.bundled());

    static List<Arguments> failures() {
        return List.of(
                Arguments.of(new Failure.InvalidRequest("m"), 400, "INVALID_ARGUMENT"),
                Arguments.of(new Failure.ContextTooLong("m", 2, 1), 400, "INVALID_ARGUMENT"),
                Arguments.of(new Failure.Unauthenticated("m"), 401, "UNAUTHENTICATED"),
                Arguments.of(new Failure.Forbidden("m"), 403, "PERMISSION_DENIED"),
                Arguments.of(new Failure.NotFound("m"), 404, "NOT_FOUND"),
                Arguments.of(new Failure.ModelNotFound("m"), 404, "NOT_FOUND"),
                Arguments.of(new Failure.MethodNotAllowed("m", "GET"), 405, "UNIMPLEMENTED"),
                Arguments.of(new Failure.RequestTimeout("m"), 408, "DEADLINE_EXCEEDED"),
                Arguments.of(new Failure.RequestTooLarge("m"), 413, "INVALID_ARGUMENT"),
                Arguments.of(new Failure.UnsupportedMediaType("m"), 415, "INVALID_ARGUMENT"),
                Arguments.of(new Failure.RateLimited("m", WAIT, false), 429, "RESOURCE_EXHAUSTED"),
                Arguments.of(new Failure.Internal("m"), 500, "INTERNAL"),
                Arguments.of(new Failure.UpstreamBroken(ErrorType.UPSTREAM_RESET, "m"), 500, "INTERNAL"),
                Arguments.of(new Failure.NoAccount("m", WAIT), 503, "UNAVAILABLE"),
                Arguments.of(new Failure.ModelOverloaded("m", WAIT), 503, "UNAVAILABLE"),
                Arguments.of(new Failure.Overloaded("m", WAIT), 503, "UNAVAILABLE"),
                Arguments.of(new Failure.ShuttingDown("m"), 503, "UNAVAILABLE"),
                Arguments.of(
                        new Failure.UpstreamTimeout(ErrorType.UPSTREAM_TIMEOUT_IDLE, "m"), 504, "DEADLINE_EXCEEDED"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsCanonicalStatus(Failure failure, int code, String status) {
        var answer = dialect.error(failure);

        var error = error(answer);
        assertThat(answer.status()).isEqualTo(code);
        assertThat(error.getInteger("code")).isEqualTo(code);
        assertThat(error.getString("status")).isEqualTo(status);
        assertThat(error.getString("message")).isEqualTo("m");
        assertThat(detail(error, "ErrorInfo").getString("domain")).isEqualTo("gemini-gateway");
    }

    @Test
    void aWaitIsWholeSecondsAndNeverTooShort() {
        var answer = dialect.error(new Failure.RateLimited("m", WAIT, false));

        assertThat(detail(error(answer), "RetryInfo").getString("retryDelay")).isEqualTo("2s");
        assertThat(answer.headers()).containsEntry("retry-after", "2");
    }

    @Test
    void clientsCanTellADaysQuotaFromAMinutes() {
        var daily = error(dialect.error(new Failure.RateLimited("m", WAIT, true)));
        var rate = error(dialect.error(new Failure.RateLimited("m", WAIT, false)));

        assertThat(quotaId(daily)).contains("PerDay");
        assertThat(quotaId(rate)).contains("PerMinute");
    }

    @Test
    void aFieldThatIsWrongIsNamed() {
        var error = error(dialect.error(new Failure.InvalidRequest("'model' is missing", "model")));

        assertThat(detail(error, "BadRequest")
                        .getJsonArray("fieldViolations")
                        .getJsonObject(0)
                        .getString("field"))
                .isEqualTo("model");
    }

    @Test
    void whoAsksForAListGetsOne() {
        var failure = new Failure.NotFound("m");

        var list = dialect.error(failure, head(""));
        var event = dialect.error(failure, head("alt=sse"));

        assertThat(new JsonArray(new String(list.body(), UTF_8)).getJsonObject(0))
                .isEqualTo(new JsonObject(new String(event.body(), UTF_8)));
    }

    private static Head head(String query) {
        var resource = "/models/m:streamGenerateContent";
        return new Head("/v1beta" + resource, resource, query, _ -> null);
    }

    private static JsonObject error(ErrorAnswer answer) {
        return new JsonObject(new String(answer.body(), UTF_8)).getJsonObject("error");
    }

    private static JsonObject detail(JsonObject error, String type) {
        return error.getJsonArray("details").stream()
                .map(JsonObject.class::cast)
                .filter(detail -> detail.getString("@type").equals("type.googleapis.com/google.rpc." + type))
                .findFirst()
                .orElseThrow();
    }

    private static String quotaId(JsonObject error) {
        return detail(error, "QuotaFailure")
                .getJsonArray("violations")
                .getJsonObject(0)
                .getString("quotaId");
    }
}
