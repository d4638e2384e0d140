package io.geminigateway.pool;

import org.jspecify.annotations.Nullable;

/// What keeps an account from serving a request, and when that may be over, in the clock's milliseconds.
record Hindrance(Choice.Reason reason, long until) {
    static final long UNKNOWN = Long.MAX_VALUE;

    /// Null if nothing does.
    static @Nullable Hindrance of(Member member, Ask ask, PoolSettings settings, long now) {
        var arm = member.findArm(ask.model());
        if (member.parked() != null) {
            return new Hindrance(Choice.Reason.PARKED, UNKNOWN);
        }
        if (!member.gate().admits(now)) {
            return closed(member.gate(), settings.probe(), now);
        }
        if (arm != null && !arm.gate().admits(now)) {
            return closed(arm.gate(), settings.probe(), now);
        }
        if (arm != null && !arm.admits(now)) {
            return new Hindrance(Choice.Reason.QUOTA, arm.rate().admitsFrom(settings.rate(), now));
        }
        return ask.tried().contains(member.id()) ? new Hindrance(Choice.Reason.TRIED, UNKNOWN) : null;
    }

    private static @Nullable Hindrance closed(Gate gate, ProbeSettings probes, long now) {
        var freeze = gate.freeze();
        if (freeze == null) {
            return null; // opened this very moment
        }
        var thaw = freeze.probeFrom().toEpochMilli();
        // If it is over, a probe is under way, and the next may go once it begins to answer.
        return new Hindrance(
                reason(freeze.cause()), thaw > now ? thaw : now + probes.look().toMillis());
    }

    private static Choice.Reason reason(FreezeCause cause) {
        return switch (cause) {
            case RATE_LIMIT -> Choice.Reason.QUOTA;
            case DAILY_QUOTA -> Choice.Reason.DAILY_QUOTA;
            case FAILURES -> Choice.Reason.FAILURES;
            case AUTH -> Choice.Reason.AUTH;
            case MODEL_DENIED -> Choice.Reason.MODEL_DENIED;
            case OPERATOR -> Choice.Reason.PARKED; // it comes back when a person says so
        };
    }
}
