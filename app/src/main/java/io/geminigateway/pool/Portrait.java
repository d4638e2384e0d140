package io.geminigateway.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What a [PoolSnapshot] shows of an account.
final class Portrait {
    private Portrait() {}

    static PoolSnapshot.Member of(Member member, BeliefSettings settings, long now) {
        synchronized (member) {
            var arms = new ArrayList<PoolSnapshot.Arm>();
            for (var arm : member.arms()) {
                arms.add(of(arm, member, settings, now));
            }
            arms.sort(Comparator.comparing(arm -> arm.model().value()));
            return new PoolSnapshot.Member(
                    member.id(),
                    member.account().file(),
                    member.parked() != null
                            ? PoolSnapshot.State.PARKED
                            : member.gate().state(now),
                    Posterior.average(member.belief(), settings, now),
                    member.inFlight(),
                    member.gate().freeze(),
                    member.parked(),
                    arms);
        }
    }

    private static PoolSnapshot.Arm of(Arm arm, Member member, BeliefSettings settings, long now) {
        var posterior = Posterior.of(member.belief(), arm.belief(), settings, now);
        return new PoolSnapshot.Arm(
                arm.model(),
                arm.gate().state(now),
                posterior.alpha(),
                posterior.beta(),
                arm.inFlight(),
                latency(arm.latency()),
                arm.gate().freeze());
    }

    private static @Nullable Duration latency(Latency latency) {
        return latency.weight() > 0 ? latency.typical() : null;
    }
}
