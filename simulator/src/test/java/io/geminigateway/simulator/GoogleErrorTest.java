package io.geminigateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GoogleErrorTest {
    @ParameterizedTest
    @CsvSource({
        "API_KEY_INVALID, GEMINI_API, 400, API_KEY_INVALID",
        "LEAKED_KEY, GEMINI_API, 403, reported as leaked",
        "RATE_LIMITED, GEMINI_API, 429, PerMinute",
        "RATE_LIMITED, CODE_ASSIST, 429, RATE_LIMIT_EXCEEDED",
        "DAILY_QUOTA, GEMINI_API, 429, PerDay",
        "DAILY_QUOTA, CODE_ASSIST, 429, QUOTA_EXHAUSTED",
        "ZERO_QUOTA, GEMINI_API, 429, 'limit: 0'",
        "RESOURCE_EXHAUSTED_PLAIN, VERTEX, 429, 'Resource exhausted, please try again later.'",
        "MODEL_CAPACITY, CODE_ASSIST, 429, MODEL_CAPACITY_EXHAUSTED",
        "MODEL_NOT_FOUND, VERTEX, 404, Publisher Model",
        "LOCATION_UNSUPPORTED, GEMINI_API, 400, FAILED_PRECONDITION",
        "BAD_GATEWAY_502, GEMINI_API, 502, <!DOCTYPE html>",
        "VALIDATION_REQUIRED, CODE_ASSIST, 403, validation_link",
        "BLOCKED_PROMPT, GEMINI_API, 200, blockReason"
    })
    void eachServiceHasItsWords(GoogleError error, Entry.Service service, int status, String words) {
        var refusal = error.at(at(service));

        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.body()).contains(words);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BLOCKED_PROMPT", "BAD_GATEWAY_502"})
    void everyErrorHasGooglesEnvelope(GoogleError error) {
        var refusal = error.at(at(Entry.Service.CODE_ASSIST));

        var envelope = new JsonObject(refusal.body()).getJsonObject("error");
        assertThat(envelope.getInteger("code")).isEqualTo(refusal.status());
        assertThat(envelope.fieldNames()).contains("message", "status");
    }

    private static Occasion at(Entry.Service service) {
        return new Occasion(service, "gemini-2.5-pro", "sim-ada", Instant.parse("2026-11-22T20:00:00Z"));
    }
}
