package io.geminigateway.sse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 99, 100, 1_234_567_890, Long.MAX_VALUE, -1, -10, Long.MIN_VALUE})
    void aNumberIsWrittenByItsDigits(long number) {
        var bytes = new Bytes(0).append("a").append(number).append("z");

        assertThat(bytes).hasToString("a" + number + "z");
    }
}
