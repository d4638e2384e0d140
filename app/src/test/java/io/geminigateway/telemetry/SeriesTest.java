package io.geminigateway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private final LongAdder overflow = new LongAdder();
    private final Series<LongAdder> series = new Series<>(
            new Metric(Metric.Kind.COUNTER, "visits", "1", List.of(), List.of("who", "where"), "Who was where"),
            LongAdder::new,
            overflow);

    @Test
    void theSameLabelsAreTheSameCell() {
        assertThat(series.of("ada", "here")).isSameAs(series.of("ada", "here"));
        assertThat(series.of("ada", "here")).isNotSameAs(series.of("ada", "there"));
    }

    @Test
    void whatIsTooManyIsCountedTogether() {
        IntStream.range(0, 5000).forEach(i -> series.of("visitor " + i, "here").increment());

        assertThat(series.cells()).hasSize(2000);
        assertThat(series.of("other", "other").sum()).isEqualTo(3001);
        assertThat(overflow.sum()).isEqualTo(3001);
    }

    @Test
    void whoWasThereBeforeKeepsItsCell() {
        series.of("ada", "here").increment();
        IntStream.range(0, 5000).forEach(i -> series.of("visitor " + i, "here"));

        series.of("ada", "here").increment();

        assertThat(series.cells().get(List.of("ada", "here"))).hasToString("2");
    }

    @Test
    void aLabelTooFewIsABug() {
        assertThatThrownBy(() -> series.of("ada")).isInstanceOf(IllegalArgumentException.class);
    }
}
