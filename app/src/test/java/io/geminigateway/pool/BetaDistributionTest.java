package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BetaDistributionTest {
    private static final int DRAWS = 100_000;

    @ParameterizedTest
    @CsvSource({"1, 1", "0.5, 0.5", "0.1, 0.2", "12, 0.18", "0.25, 30", "2, 5", "300, 4", "1000, 1000"})
    void meanAndVarianceAreThoseOfTheDistribution(double alpha, double beta) {
        var random = new Random(1);
        var mean = alpha / (alpha + beta);
        var variance = mean * (1 - mean) / (alpha + beta + 1);

        var draws = DoubleStream.generate(() -> BetaDistribution.draw(alpha, beta, random))
                .limit(DRAWS)
                .toArray();

        var drawnMean = DoubleStream.of(draws).average().orElseThrow();
        var drawnVariance = DoubleStream.of(draws)
                .map(draw -> (draw - drawnMean) * (draw - drawnMean))
                .average()
                .orElseThrow();
        assertThat(DoubleStream.of(draws)).allMatch(draw -> draw >= 0 && draw <= 1);
        assertThat(drawnMean).isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(drawnVariance).isCloseTo(variance, within(0.05 * variance));
    }

    @Test
    void drawsFollowTheArcsineLawWhereBothParametersAreOneHalf() {
        var random = new Random(2);
        var bins = new int[20];

        for (var draw = 0; draw < DRAWS; draw++) {
            var probability = 2 / Math.PI * Math.asin(Math.sqrt(BetaDistribution.draw(0.5, 0.5, random)));
            bins[(int) Math.min(probability * bins.length, bins.length - 1)]++;
        }

        assertThat(chiSquare(bins)).isLessThan(43.8); // 19 degrees of freedom, 0.1 %
    }

    @Test
    void drawsFollowThePowerLawWhereBetaIsOne() {
        var random = new Random(3);
        var bins = new int[20];

        for (var draw = 0; draw < DRAWS; draw++) {
            var probability = Math.pow(BetaDistribution.draw(3.7, 1, random), 3.7);
            bins[(int) Math.min(probability * bins.length, bins.length - 1)]++;
        }

        assertThat(chiSquare(bins)).isLessThan(43.8);
    }

    @Test
    void theLogarithmStaysFiniteWhereTheDrawIsTooSmallForANumber() {
        var random = new Random(4);

        var logarithms = DoubleStream.generate(() -> BetaDistribution.drawLogarithm(0.001, 5, random))
                .limit(10_000)
                .toArray();

        assertThat(DoubleStream.of(logarithms))
                .allMatch(Double::isFinite)
                .anyMatch(logarithm -> Math.exp(logarithm) == 0);
    }

    private static double chiSquare(int[] bins) {
        var expected = (double) DRAWS / bins.length;
        var sum = 0.0;
        for (var count : bins) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
