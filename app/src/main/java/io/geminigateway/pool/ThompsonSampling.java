package io.geminigateway.pool;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Picks the account whose drawn score is highest. Takes no lock and changes nothing.
final class ThompsonSampling {
    /*
     * One draw from what is believed of each account is compared, so an account is picked as often as it is likely to
     * be the best [1]: those that are little known are tried, those that are known to be bad are left alone, and
     * nothing has to be tuned in between. Evidence fades [2], because accounts break and mend. Drawing inside a
     * comparator would redraw the leader at every comparison and favour the end of the list; hence the loop.
     *
     * [1] Russo et al., A Tutorial on Thompson Sampling, https://arxiv.org/abs/1707.02038
     * [2] Raj, Kalyani, Taming Non-stationary Bandits: A Bayesian Approach, https://arxiv.org/abs/1707.09727
     */
    private final BeliefSettings belief;
    private final LatencySettings latency;
    private final ScoreSettings score;

    ThompsonSampling(PoolSettings settings) {
        this.belief = settings.belief();
        this.latency = settings.latency();
        this.score = settings.score();
    }

    /// The best account, and the best of those that wait for a probe; null where there is none.
    record Pick(@Nullable Member best, @Nullable Member awaitingProbe) {}

    Pick pick(Roster roster, Ask ask, Latency usual, long now, RandomGenerator random) {
        var walk = Walk.over(roster.size(), score.drawAllUpTo(), random);
        var most = roster.size() <= score.drawAllUpTo() ? roster.size() : score.draws();
        Member best = null;
        Member awaiting = null;
        var bestScore = Double.NEGATIVE_INFINITY;
        var awaitingScore = Double.NEGATIVE_INFINITY;
        for (int step = 0, drawn = 0; step < roster.size() && drawn < most; step++) {
            var member = roster.members().get(walk.at(step));
            var arm = member.findArm(ask.model());
            if (!admits(member, arm, now) || ask.tried().contains(member.id())) {
                continue;
            }
            drawn++;
            var drawnScore = score(member, arm, usual, now, random);
            if (drawnScore > bestScore) {
                bestScore = drawnScore;
                best = member;
            }
            if (drawnScore > awaitingScore && !open(member, arm)) {
                awaitingScore = drawnScore;
                awaiting = member;
            }
        }
        return new Pick(best, awaiting);
    }

    private double score(Member member, @Nullable Arm arm, Latency usual, long now, RandomGenerator random) {
        var armBelief = arm == null ? Belief.NONE : arm.belief();
        var success = Posterior.of(member.belief(), armBelief, belief, now).drawLogarithm(random);
        var slowness = drawLatency(arm == null ? Latency.UNKNOWN : arm.latency(), usual, now, random);
        return score.success() * success - score.latency() * slowness - score.crowding() * member.inFlight();
    }

    /// A draw of the mean logarithm of the latency; what is usual for the model is the prior.
    private double drawLatency(Latency own, Latency usual, long now, RandomGenerator random) {
        var weight = own.weight(latency, now);
        var calls = weight + latency.priorCalls();
        var mean = (usual.mean() * latency.priorCalls() + own.mean() * weight) / calls;
        return mean + random.nextGaussian() * latency.spread() / Math.sqrt(calls);
    }

    static boolean admits(Member member, @Nullable Arm arm, long now) {
        return member.parked() == null
                && member.gate().admits(now)
                && (arm == null || arm.gate().admits(now));
    }

    private static boolean open(Member member, @Nullable Arm arm) {
        return member.gate().open() && (arm == null || arm.gate().open());
    }
}
