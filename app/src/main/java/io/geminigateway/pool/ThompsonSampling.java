package io.geminigateway.pool;

import java.time.Instant;
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
    private final RateSettings rate;

    ThompsonSampling(PoolSettings settings) {
        this.belief = settings.belief();
        this.latency = settings.latency();
        this.score = settings.score();
        this.rate = settings.rate();
    }

    /// The best account, and the best of those that wait for a probe; null where there is none. And the
    /// part of their quotas that all accounts have left on average.
    record Pick(@Nullable Member best, @Nullable Member awaitingProbe, double headroom) {}

    Pick pick(Roster roster, Ask ask, Outlook outlook, long now, RandomGenerator random) {
        var walk = Walk.over(roster.size(), score.drawAllUpTo(), random);
        var most = roster.size() <= score.drawAllUpTo() ? roster.size() : score.draws();
        Member best = null;
        Member awaiting = null;
        var bestScore = Double.NEGATIVE_INFINITY;
        var awaitingScore = Double.NEGATIVE_INFINITY;
        var headroom = 0.0;
        var seen = 0;
        for (int step = 0, drawn = 0; step < roster.size() && drawn < most; step++) {
            var member = roster.members().get(walk.at(step));
            var arm = member.findArm(ask.model());
            seen++;
            if (!admits(member, arm, now)) {
                continue;
            }
            var left = arm == null ? 1 : arm.rate().headroom(rate, now);
            headroom += left;
            if (ask.tried().contains(member.id())) {
                continue;
            }
            drawn++;
            var open = open(member, arm);
            var highest = highestScore(member, arm, left, outlook, now, random);
            if (highest <= (open ? bestScore : awaitingScore)) {
                continue; // even a success rate of 1 would not win
            }
            var drawnScore = highest + score.success() * drawSuccess(member, arm, now, random);
            if (drawnScore > bestScore) {
                bestScore = drawnScore;
                best = member;
            }
            if (drawnScore > awaitingScore && !open) {
                awaitingScore = drawnScore;
                awaiting = member;
            }
        }
        return new Pick(best, awaiting, headroom / Math.max(seen, 1));
    }

    Candidate explain(
            Member member, Ask ask, Outlook outlook, PoolSettings settings, long now, RandomGenerator random) {
        var arm = member.findArm(ask.model());
        var headroom = arm == null ? 1 : arm.rate().headroom(rate, now);
        var posterior = Posterior.of(member.belief(), arm == null ? Belief.NONE : arm.belief(), belief, now);
        var hindrance = Hindrance.of(member, ask, settings, now);
        return new Candidate(
                member.id(),
                member.account().file(),
                highestScore(member, arm, headroom, outlook, now, random)
                        + score.success() * drawSuccess(member, arm, now, random),
                posterior.mean(),
                headroom,
                member.inFlight(),
                hindrance == null ? null : hindrance.reason(),
                hindrance == null || hindrance.until() == Hindrance.UNKNOWN
                        ? null
                        : Instant.ofEpochMilli(hindrance.until()));
    }

    /// The score of an account that never failed.
    private double highestScore(
            Member member, @Nullable Arm arm, double headroom, Outlook outlook, long now, RandomGenerator random) {
        var slack = outlook.slack();
        var slowness = drawLatency(arm == null ? Latency.UNKNOWN : arm.latency(), outlook.usual(), now, random);
        return (headroom == 1 ? 0 : score.headroom() * (3 - 2 * slack) * Math.log(headroom))
                - score.latency() * slack * slowness
                - score.crowding() * member.inFlight()
                + (member == outlook.cached() ? score.cached() : 0);
    }

    /// A draw of the logarithm of the success rate.
    private double drawSuccess(Member member, @Nullable Arm arm, long now, RandomGenerator random) {
        return Posterior.of(member.belief(), arm == null ? Belief.NONE : arm.belief(), belief, now)
                .drawLogarithm(random);
    }

    /// How little quota may be left on average: the less, the more it decides who serves.
    double slack(double headroom) {
        return Math.min(headroom / score.tight(), 1);
    }

    /// A draw of the mean logarithm of the latency; what is usual for the model is the prior.
    private double drawLatency(Latency own, Latency usual, long now, RandomGenerator random) {
        var weight = own.weight(latency, now);
        var calls = weight + latency.priorCalls();
        var mean = (usual.mean() * latency.priorCalls() + own.mean() * weight) / calls;
        return mean + random.nextGaussian() * latency.spread() / Math.sqrt(calls);
    }

    static boolean admits(Member member, @Nullable Arm arm, long now) {
        return member.parked() == null && member.gate().admits(now) && (arm == null || arm.admits(now));
    }

    private static boolean open(Member member, @Nullable Arm arm) {
        return member.gate().open() && (arm == null || arm.gate().open());
    }
}
