package io.geminigateway.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final Offset<Double> NEARLY = Offset.offset(1e-9);

    @Test
    void aLineIsItsOwnTrend() {
        var trend = Trend.of(List.of(10.0, 12.0, 14.0, 16.0, 18.0));

        assertThat(trend.slope()).isCloseTo(2, NEARLY);
        assertThat(trend.climb()).isCloseTo(8.0 / 14, NEARLY);
    }

    @Test
    void aSawThatComesBackHasNoTrend() {
        var trend = Trend.of(List.of(5.0, 9.0, 5.0, 9.0, 5.0));

        assertThat(trend.slope()).isCloseTo(0, NEARLY);
    }

    @Test
    void leastSquaresWeighDistance() {
        var trend = Trend.of(List.of(0.0, 0.0, 0.0, 4.0));

        assertThat(trend.slope()).isCloseTo(1.2, NEARLY);
    }
}
