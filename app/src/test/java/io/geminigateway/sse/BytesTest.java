package io.geminigateway.sse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 99, 100, 1_234_567_890, Long.MAX_VALUE, -1, -10, Long.MIN_VALUE})
    void aNumberIsWrittenByItsDigits(long number) {
        var bytes = new Bytes(0).append("a").append(number).append("z");

        assertThat(bytes).hasToString("a" + number + "z");
    }

    @Test
    void whatIsLargeKeepsItsPlace() {
        var large = new byte[100_000];
        Arrays.fill(large, (byte) 'x');

        var bytes = new Bytes().append("a").append(large, 1, 50_000).append(7).append(large);
        bytes.write('z');

        var expected = "a" + "x".repeat(50_000) + "7" + "x".repeat(100_000) + "z";
        assertThat(bytes.length()).isEqualTo(expected.length());
        assertThat(bytes).hasToString(expected);
        assertThat(new String(bytes.copy(), ISO_8859_1)).isEqualTo(expected);
        assertThat(new String(bytes.take(), ISO_8859_1)).isEqualTo(expected);
        assertThat(bytes.isEmpty()).isTrue();
        assertThat(bytes.append("again")).hasToString("again");
    }

    @Test
    void aLargeSourceMayBeChangedAfterwardsUnlessItIsAppended() {
        var source = new byte[100_000];
        var bytes = new Bytes();

        bytes.write(source);
        source[0] = 1;

        assertThat(bytes.take()).containsOnly(0);
    }
}
