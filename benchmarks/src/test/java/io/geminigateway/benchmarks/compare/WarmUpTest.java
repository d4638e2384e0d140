package io.geminigateway.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void answersThatStillGetCheaperAreNotCalm() {
        assertThat(WarmUp.isCalm(List.of(200.0, 150.0, 120.0, 100.0))).isFalse();
    }

    @Test
    void threeSlicesWithoutAGainAreCalm() {
        assertThat(WarmUp.isCalm(List.of(200.0, 100.0, 99.0, 104.0, 98.0))).isTrue();
    }

    @Test
    void oneSliceThatGainsIsWaitedFor() {
        assertThat(WarmUp.isCalm(List.of(200.0, 100.0, 99.0, 90.0, 98.0))).isFalse();
    }

    @Test
    void threeSlicesAloneProveNothing() {
        assertThat(WarmUp.isCalm(List.of(100.0, 100.0, 100.0))).isFalse();
    }
}
