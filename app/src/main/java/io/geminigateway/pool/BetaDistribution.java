package io.geminigateway.pool;

import java.util.random.RandomGenerator;

/// Draws from the Beta distribution, for all positive parameters.
final class BetaDistribution {
    /*
     * If X ~ Gamma(a) and Y ~ Gamma(b), then X / (X + Y) ~ Beta(a, b). Gamma by the squeeze of Marsaglia and Tsang [1],
     * which needs a >= 1; below that they draw Gamma(a + 1) and multiply by U^(1/a). For small a that product is
     * smaller than any double, so the logarithms are drawn, and the quotient is taken of these.
     *
     * [1] Marsaglia, Tsang: A simple method for generating gamma variables, ACM TOMS 26 (2000), 363-372,
     *     https://doi.org/10.1145/358407.358414
     */

    private BetaDistribution() {}

    static double draw(double alpha, double beta, RandomGenerator random) {
        return Math.exp(drawLogarithm(alpha, beta, random));
    }

    /// The logarithm of a draw: finite even where the draw itself is too close to 0 for a double.
    static double drawLogarithm(double alpha, double beta, RandomGenerator random) {
        if (alpha >= 1) {
            var x = gamma(alpha, random); // never so small that the quotient could be 0
            var y = beta >= 1 ? gamma(beta, random) : Math.exp(logGamma(beta, random));
            return Math.log(x / (x + y));
        }
        var logX = logGamma(alpha, random);
        var logY = logGamma(beta, random);
        return -softPlus(logY - logX);
    }

    /// The logarithm of a draw from Gamma(shape, 1).
    private static double logGamma(double shape, RandomGenerator random) {
        return shape >= 1
                ? Math.log(gamma(shape, random))
                : Math.log(gamma(shape + 1, random)) + Math.log(uniform(random)) / shape;
    }

    /// A draw from Gamma(shape, 1) for a shape of at least 1.
    private static double gamma(double shape, RandomGenerator random) {
        var d = shape - 1.0 / 3;
        var c = 1 / Math.sqrt(9 * d);
        while (true) {
            var x = random.nextGaussian();
            var root = 1 + c * x;
            if (root <= 0) {
                continue;
            }
            var v = root * root * root;
            var u = uniform(random);
            if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }

    /// Uniform in (0, 1]: its logarithm is finite.
    private static double uniform(RandomGenerator random) {
        return 1 - random.nextDouble();
    }

    /// ln(1 + e^x) without overflow.
    private static double softPlus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }
}
