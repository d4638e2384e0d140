package io.geminigateway.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void aPercentileIsNamedWithoutNeedlessDigits() {
        assertThat(Quantity.waiting("alone", "latency", 99)).isEqualTo("alone.latency.p99");
        assertThat(Quantity.waiting("alone", "latency", 99.9)).isEqualTo("alone.latency.p99.9");
    }
}
