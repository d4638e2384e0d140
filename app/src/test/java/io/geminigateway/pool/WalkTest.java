package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WalkTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 65, 66, 100, 210, 997})
    void everyPlaceIsMetOnce(int size) {
        var walk = Walk.over(size, 64, new Random(size));

        var places = IntStream.range(0, size).map(walk::at);

        assertThat(places.boxed())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, size).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 100, 210})
    void thePlacesThatComeFirstAreFairlyDistributed(int size) {
        var random = new Random(5);
        var met = new int[size];

        for (var round = 0; round < 20_000; round++) {
            var walk = Walk.over(size, 64, random);
            for (var step = 0; step < 32; step++) {
                met[walk.at(step)]++;
            }
        }

        var expected = 20_000.0 * 32 / size;
        assertThat(IntStream.of(met)).allMatch(count -> count > 0.9 * expected && count < 1.1 * expected);
    }
}
