package io.geminigateway.pool;

import io.geminigateway.gemini.ModelName;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why nobody can serve: gathers what keeps each account out.
final class Refusal {
    private final Ask ask;
    private final long now;
    private final ProbeSettings probes;
    private final Map<Choice.Reason, Integer> reasons = new EnumMap<>(Choice.Reason.class);
    private Choice.@Nullable Reason soonestReason;
    private @Nullable Instant soonest;

    private Refusal(Ask ask, long now, ProbeSettings probes) {
        this.ask = ask;
        this.now = now;
        this.probes = probes;
    }

    static Choice.Exhausted of(Roster roster, Ask ask, long now, ProbeSettings probes) {
        var refusal = new Refusal(ask, now, probes);
        roster.members().forEach(refusal::add);
        return new Choice.Exhausted(refusal.soonest, refusal.reason(), refusal.detail());
    }

    private void add(Member member) {
        var arm = member.findArm(ask.model());
        if (member.parked() != null) {
            count(Choice.Reason.PARKED);
        } else if (!member.gate().admits(now)) {
            waitFor(member.gate());
        } else if (arm != null && !arm.gate().admits(now)) {
            waitFor(arm.gate());
        } else {
            count(Choice.Reason.TRIED);
        }
    }

    private void waitFor(Gate gate) {
        var freeze = gate.freeze();
        if (freeze == null) {
            count(Choice.Reason.TRIED); // thawed this very moment
            return;
        }
        var reason = reason(freeze.cause());
        count(reason);
        var thaw = freeze.probeFrom();
        // A probe is under way: what it finds out will be known soon.
        var at = thaw.toEpochMilli() > now ? thaw : Instant.ofEpochMilli(now).plus(probes.apart());
        if (soonest == null || at.isBefore(soonest)) {
            soonest = at;
            soonestReason = reason;
        }
    }

    private void count(Choice.Reason reason) {
        reasons.merge(reason, 1, Integer::sum);
    }

    private Choice.Reason reason() {
        if (reasons.containsKey(Choice.Reason.TRIED)) {
            return Choice.Reason.TRIED;
        }
        if (soonestReason != null) {
            return soonestReason;
        }
        return reasons.isEmpty() ? Choice.Reason.NO_ACCOUNTS : Choice.Reason.PARKED;
    }

    private String detail() {
        if (reasons.isEmpty()) {
            return "there is no account";
        }
        var counts = reasons.entrySet().stream()
                .map(entry -> "%d %s".formatted(entry.getValue(), words(entry.getKey(), ask.model())))
                .collect(Collectors.joining(", "));
        return soonest == null ? counts : "%s; the first may be back at %s".formatted(counts, soonest);
    }

    private static Choice.Reason reason(FreezeCause cause) {
        return switch (cause) {
            case RATE_LIMIT -> Choice.Reason.QUOTA;
            case DAILY_QUOTA -> Choice.Reason.DAILY_QUOTA;
            case FAILURES -> Choice.Reason.FAILURES;
            case AUTH -> Choice.Reason.AUTH;
            case MODEL_DENIED -> Choice.Reason.MODEL_DENIED;
            case OPERATOR -> Choice.Reason.PARKED;
        };
    }

    private static String words(Choice.Reason reason, ModelName model) {
        return switch (reason) {
            case QUOTA -> "out of quota for " + model;
            case DAILY_QUOTA -> "out of the day's quota for " + model;
            case FAILURES -> "resting after failures";
            case AUTH -> "with refused credentials";
            case MODEL_DENIED -> "without access to " + model;
            case MODEL -> "waiting for " + model;
            case PARKED -> "waiting for a person";
            case TRIED -> "tried by this request before";
            case NO_ACCOUNTS -> "absent";
        };
    }
}
