package io.geminigateway.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void aClockMayBeAFewSecondsOffButNotMinutes() {
        assertThat(GoogleCheck.clock(Duration.ofSeconds(-20)).state()).isEqualTo("ok");
        assertThat(GoogleCheck.clock(Duration.ofSeconds(90)).state()).isEqualTo("warn");
        assertThat(GoogleCheck.clock(Duration.ofMinutes(-10)).text()).contains("600 s behind");
        assertThat(GoogleCheck.clock(Duration.ofMinutes(-10)).state()).isEqualTo("fail");
    }

    @Test
    void fewDescriptorsAreAWarningAndVeryFewAFailure() {
        assertThat(DescriptorCheck.of(65_536).state()).isEqualTo("ok");
        assertThat(DescriptorCheck.of(1_000).state()).isEqualTo("warn");
        assertThat(DescriptorCheck.of(200).fix()).contains("ulimit -n");
    }

    @Test
    void anOldJavaFailsAndASmallHeapWarns() {
        assertThat(new JavaCheck(21, 512).look().getFirst().state()).isEqualTo("fail");
        assertThat(new JavaCheck(25, 64).look().getFirst().state()).isEqualTo("warn");
        assertThat(new JavaCheck(25, 512).look().getFirst().state()).isEqualTo("ok");
    }
}
