package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a client is told when its only account meets one of Google's errors, streamed or not.
class ErrorTableTest {
    @TempDir
    private Path home;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = Rig.withKeys(home, "a");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_ARGUMENT, 400, invalid_request_error,",
        "CONTEXT_TOO_LONG, 400, invalid_request_error, context_length_exceeded",
        "MODEL_NOT_FOUND, 404, invalid_request_error, model_not_found",
        "RATE_LIMITED, 429, requests, rate_limit_exceeded",
        "DAILY_QUOTA, 429, insufficient_quota, insufficient_quota",
        "API_KEY_INVALID, 503, server_error, server_is_overloaded",
        "TOKEN_TYPE_UNSUPPORTED, 503, server_error, server_is_overloaded",
        "PERMISSION_DENIED_SERVICE_DISABLED, 503, server_error, server_is_overloaded",
        "LOCATION_UNSUPPORTED, 503, server_error, server_is_overloaded",
        "INTERNAL_500, 502, server_error, upstream_error",
        "BAD_GATEWAY_502, 502, server_error, upstream_error",
        "OVERLOADED_503, 503, server_error, server_is_overloaded",
        "DEADLINE_EXCEEDED_504, 504, server_error, upstream_timeout"
    })
    void everyErrorHasItsStatusTypeAndCode(GoogleError error, int status, String type, String code) {
        rig.google().account("a").always(Reaction.failure(error));

        var streamed = Told.streamed(rig.stream("hello"));
        rig.thawAll();
        var whole = Told.whole(rig.ask("hello"));

        assertThat(streamed.status()).isEqualTo(status);
        assertThat(Objects.requireNonNull(streamed.error()).fieldNames())
                .containsExactlyInAnyOrder("message", "type", "param", "code");
        assertThat(streamed.error().getString("type")).isEqualTo(type);
        assertThat(streamed.error().getString("code")).isEqualTo(code);
        assertThat(whole.status()).isEqualTo(status);
        assertThat(Objects.requireNonNull(whole.error()).getString("type")).isEqualTo(type);
        assertThat(whole.error().getString("code")).isEqualTo(code);
    }

    @Test
    void aPromptThatIsTooLongIsToldInOpenAisWords() {
        rig.google().next(Reaction.failure(GoogleError.CONTEXT_TOO_LONG));

        var told = Told.streamed(rig.stream("hello"));

        assertThat(Objects.requireNonNull(told.error()).getString("message"))
                .isEqualTo("This model's maximum context length is 1048576 tokens. However, your messages resulted in"
                        + " 1250000 tokens. Please reduce the length of the messages.");
    }
}
