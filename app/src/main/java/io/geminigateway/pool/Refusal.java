package io.geminigateway.pool;

import io.geminigateway.gemini.ModelName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Why nobody can serve a request: what hinders each account.
record Refusal(Ask ask, List<Hindrance> hindrances) {
    static Refusal of(Roster roster, Ask ask, PoolSettings settings, long now) {
        var hindrances = new ArrayList<Hindrance>(roster.size());
        for (var member : roster.members()) {
            var hindrance = Hindrance.of(member, ask, settings, now);
            // What has gone since the choice was made will be found by the next one.
            hindrances.add(hindrance != null ? hindrance : new Hindrance(Choice.Reason.QUOTA, now));
        }
        return new Refusal(ask, hindrances);
    }

    /// Whether somebody rests after failures and all others cannot serve either: better to try that one
    /// at once.
    boolean desperate() {
        var failing = hindrances.stream().anyMatch(each -> each.reason() == Choice.Reason.FAILURES);
        return failing
                && hindrances.stream().allMatch(each -> switch (each.reason()) {
                    case FAILURES, PARKED, AUTH, MODEL_DENIED, DAILY_QUOTA, QUOTA -> true;
                    case TRIED, MODEL, NO_ACCOUNTS -> false;
                });
    }

    /// `panicsFrom` is when one of those that rest may be tried nevertheless.
    Choice.Exhausted choice(long panicsFrom) {
        var soonest = hindrances.stream().min(Comparator.comparingLong(Hindrance::until));
        if (soonest.isEmpty()) {
            return new Choice.Exhausted(null, Choice.Reason.NO_ACCOUNTS, "there is no account");
        }
        var tried = hindrances.stream().anyMatch(each -> each.reason() == Choice.Reason.TRIED);
        var reason = tried ? Choice.Reason.TRIED : soonest.get().reason();
        var until = desperate()
                ? Math.min(soonest.get().until(), panicsFrom)
                : soonest.get().until();
        if (until == Hindrance.UNKNOWN) {
            return new Choice.Exhausted(null, reason, detail());
        }
        var thaw = Instant.ofEpochMilli(until);
        return new Choice.Exhausted(thaw, reason, "%s; the first may be back at %s".formatted(detail(), thaw));
    }

    private String detail() {
        var counts = hindrances.stream()
                .collect(Collectors.groupingBy(Hindrance::reason, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> "%d %s".formatted(entry.getValue(), words(entry.getKey(), ask.model())))
                .collect(Collectors.joining(", "));
    }

    static String words(Choice.Reason reason, ModelName model) {
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
