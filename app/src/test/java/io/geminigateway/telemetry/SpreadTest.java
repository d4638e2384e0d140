package io.geminigateway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private final Spread spread = new Spread(
            new Metric(Metric.Kind.HISTOGRAM, "waits", "s", List.of(0.001, 0.0025), List.of(), "How long one waits"));

    @Test
    void aValueOnABoundIsStillBelowIt() {
        spread.record(1_000_000);
        spread.record(1_000_001);
        spread.record(2_500_000);
        spread.record(2_500_001);

        assertThat(spread.buckets()).containsExactly(1, 2, 1);
    }

    @Test
    void theSumIsThatOfAllValues() {
        spread.record(5);
        spread.record(7_000_000);

        assertThat(spread.sum()).isEqualTo(7_000_005);
    }

    @Test
    void aFreshOneIsNotUsed() {
        assertThat(spread.isUsed()).isFalse();

        spread.record(3_000_000);

        assertThat(spread.isUsed()).isTrue();
    }
}
