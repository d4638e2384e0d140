package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 4", "2, 8", "4, 32", "5, 60", "31, 60", "2147483647, 60"})
    void aPauseDoublesUpToALimitAndHalfOfItIsChance(int level, int seconds) {
        var random = new Random(1);

        var pauses = IntStream.range(0, 1000)
                .mapToObj(draw -> backoff.pause(level, random))
                .toList();

        assertThat(pauses).allMatch(pause -> pause.toMillis() >= seconds * 500L && pause.toMillis() <= seconds * 1000L);
        assertThat(pauses).anyMatch(pause -> pause.toMillis() < seconds * 550L);
        assertThat(pauses).anyMatch(pause -> pause.toMillis() > seconds * 950L);
    }

    @Test
    void twoThatStumbledTogetherComeBackAtDifferentTimes() {
        var random = new Random(2);

        assertThat(backoff.pause(3, random)).isNotEqualTo(backoff.pause(3, random));
    }
}
