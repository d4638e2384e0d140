package io.geminigateway.pool;

import java.util.random.RandomGenerator;

/// What the pool believes of the success rate of an arm: Beta(alpha, beta).
record Posterior(double alpha, double beta) {
    /// The account's average over all models is the prior of each of its models.
    static Posterior of(Belief account, Belief arm, BeliefSettings settings, long now) {
        var average = average(account, settings, now);
        var left = settings.fading().left(arm.asOf(), now);
        var weight = settings.averageWeight();
        return new Posterior(
                settings.sharpness() * (weight * average + arm.successes() * left),
                settings.sharpness() * (weight * (1 - average) + settings.modelDoubt() + arm.failures() * left));
    }

    /// The success rate to expect of an account, whatever the model.
    static double average(Belief account, BeliefSettings settings, long now) {
        var left = settings.fading().left(account.asOf(), now);
        var good = settings.optimism() + account.successes() * left;
        var bad = settings.doubt() + account.failures() * left;
        return good / (good + bad);
    }

    double drawLogarithm(RandomGenerator random) {
        return BetaDistribution.drawLogarithm(alpha, beta, random);
    }
}
