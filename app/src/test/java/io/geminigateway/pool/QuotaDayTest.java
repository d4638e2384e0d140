package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuotaDayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-15T20:00:00Z, 2026-01-16T08:00:00Z", // winter
        "2026-07-15T20:00:00Z, 2026-07-16T07:00:00Z", // summer
        "2026-01-16T07:59:59Z, 2026-01-16T08:00:00Z", // the last second of a day
        "2026-01-16T08:00:00Z, 2026-01-17T08:00:00Z", // the first of the next
        "2026-03-08T08:00:00Z, 2026-03-09T07:00:00Z", // the day of 23 hours
        "2026-11-01T07:00:00Z, 2026-11-02T08:00:00Z" // the day of 25 hours
    })
    void aDayEndsAtMidnightInCalifornia(Instant moment, Instant end) {
        assertThat(QuotaDay.end(moment)).isEqualTo(end);
    }
}
