package io.geminigateway.pool;

import io.geminigateway.failure.ErrorType;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What an outcome does to the account that served the call: it is evidence, freezes the account, parks
/// it, or does nothing. To be called under the account's monitor.
final class Judge {
    /*
     * Only what tells something about the account's health is evidence. A quota says "later", not "worse", so it
     * freezes and leaves the counts alone; a client's mistake does neither.
     *
     * A call that was sent before a freeze cannot know of it: its failure is evidence, but makes no pause longer.
     * Else a burst of ten calls that fail together would count as ten failed attempts to come back.
     */
    private final PoolSettings settings;
    private final FreezeSettings freezes;

    Judge(PoolSettings settings) {
        this.settings = settings;
        this.freezes = settings.freeze();
    }

    /// The first event of an answer: quota and credential are good. Whether the answer will be is not
    /// known yet.
    void answering(Lease lease, Duration latency, long now, Notices notices) {
        var arm = lease.arm();
        arm.learn(latency, settings.latency(), now);
        if (lease.trial()) {
            arm.grant(now);
        }
        lease.member().accept(lease, now, notices);
        var freeze = arm.gate().freeze();
        if (lease.armProbe() && freeze != null) {
            if (freeze.cause() == FreezeCause.FAILURES) {
                arm.gate()
                        .leave(lease.sent()); // an answer may take minutes, and break yet: the next probe need not wait
            } else {
                lease.member().thaw(arm, now, notices);
            }
        }
    }

    void ended(Lease lease, Outcome outcome, long now, RandomGenerator random, Notices notices) {
        if (!consumesQuota(lease, outcome)) {
            lease.arm().refund(now);
        }
        switch (outcome) {
            case Outcome.Succeeded _ -> succeeded(lease, now, notices);
            case Outcome.RateLimited limited -> rateLimited(lease, limited.delay(), now, random, notices);
            case Outcome.DailyQuota quota -> close(lease, day(quota.resetsAt(), now, random), now, notices);
            case Outcome.AuthFailed refused -> authFailed(lease, refused.remedy(), now, notices);
            case Outcome.Parked parked -> lease.member().park(since(now, parked.cause(), parked.remedy()), notices);
            case Outcome.ModelDenied denied ->
                close(
                        lease,
                        Freeze.lasting(freezes.denied(), FreezeCause.MODEL_DENIED, 0, denied.remedy(), now),
                        now,
                        notices);
            case Outcome.Failed failed -> failed(lease, failed.type(), now, random, notices);
            case Outcome.CutShort cut -> failed(lease, cut.type(), now, random, notices);
            case Outcome.ModelOverloaded _, Outcome.Ignored _ -> {}
        }
    }

    private void succeeded(Lease lease, long now, Notices notices) {
        var arm = lease.arm();
        lease.member().learn(1, 0, now);
        arm.learn(1, 0, settings.belief(), now);
        lease.member().accept(lease, now, notices);
        if (!arm.predatesFreeze(lease.sent())) {
            arm.recover();
        }
        if (lease.armProbe()) {
            arm.forgive(settings.belief().forgiven());
            lease.member().thaw(arm, now, notices);
        }
    }

    private void rateLimited(Lease lease, @Nullable Duration delay, long now, RandomGenerator random, Notices notices) {
        var arm = lease.arm();
        var told = honest(delay);
        arm.refuse(told, lease.trial(), now);
        if (told != null) {
            close(lease, Freeze.lasting(exactly(told, random), FreezeCause.RATE_LIMIT, 0, now), now, notices);
        } else if (!arm.predatesFreeze(lease.sent())) {
            var level = arm.nextRateLimitLevel();
            var pause = level == 0 && lease.member().inFlight() >= freezes.crowd()
                    ? freezes.crowdPause()
                    : freezes.rateLimit().pause(level, random);
            close(lease, Freeze.lasting(pause, FreezeCause.RATE_LIMIT, level, now), now, notices);
        }
    }

    private void failed(Lease lease, ErrorType type, long now, RandomGenerator random, Notices notices) {
        if (!tellsOfAccount(type)) {
            return;
        }
        var arm = lease.arm();
        lease.member().learn(0, 1, now);
        arm.learn(0, 1, settings.belief(), now);
        if (arm.lengthenStreak() >= freezes.streak() && !arm.predatesFreeze(lease.sent())) {
            var level = arm.nextFailureLevel();
            var pause = freezes.failures().pause(level, random);
            close(lease, Freeze.lasting(pause, FreezeCause.FAILURES, level, now), now, notices);
        }
    }

    private void authFailed(Lease lease, String remedy, long now, Notices notices) {
        var member = lease.member();
        if (member.predatesAuthFailure(lease.sent())) {
            return;
        }
        if (member.authFailed()) {
            member.park(since(now, ErrorType.ACCOUNT_AUTH_FAILED.wireName(), remedy), notices);
        } else {
            member.refuse(Freeze.lasting(freezes.auth(), FreezeCause.AUTH, 0, remedy, now), now, notices);
        }
    }

    private static void close(Lease lease, Freeze freeze, long now, Notices notices) {
        lease.member().close(lease.arm(), freeze, now, notices);
    }

    private static PoolSnapshot.Parked since(long now, String cause, String remedy) {
        return new PoolSnapshot.Parked(Instant.ofEpochMilli(now), cause, remedy);
    }

    /// Google's word, unless it says nothing or makes no sense.
    private @Nullable Duration honest(@Nullable Duration delay) {
        if (delay == null || !delay.isPositive()) {
            return null;
        }
        return delay.compareTo(freezes.longestDelay()) < 0 ? delay : freezes.longestDelay();
    }

    private Duration exactly(Duration delay, RandomGenerator random) {
        var millis = delay.plusNanos(999_999).toMillis();
        var margin = Math.min(
                millis * freezes.margin(), (double) freezes.longestMargin().toMillis());
        return Duration.ofMillis(millis + Math.round(margin * random.nextDouble()));
    }

    private Freeze day(@Nullable Instant resetsAt, long now, RandomGenerator random) {
        var since = Instant.ofEpochMilli(now);
        var margin = Duration.ofMillis(Math.round(freezes.dayMargin().toMillis() * random.nextDouble()));
        if (resetsAt != null && resetsAt.isAfter(since) && resetsAt.isBefore(since.plus(freezes.longestDelay()))) {
            var until = resetsAt.plus(margin);
            return new Freeze(FreezeCause.DAILY_QUOTA, since, until, until, 0, "");
        }
        var until = QuotaDay.end(since).plus(margin);
        var look = since.plus(freezes.dayProbe());
        return new Freeze(FreezeCause.DAILY_QUOTA, since, look.isBefore(until) ? look : until, until, 0, "");
    }

    /// Whether the quota counts the call. A rate limit is seen to on its own.
    private static boolean consumesQuota(Lease lease, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded _,
                    Outcome.Failed _,
                    Outcome.CutShort _,
                    Outcome.ModelOverloaded _,
                    Outcome.RateLimited _ -> true;
            case Outcome.DailyQuota _, Outcome.AuthFailed _, Outcome.Parked _, Outcome.ModelDenied _ -> false;
            case Outcome.Ignored _ -> lease.answered();
        };
    }

    /// Not all that goes wrong on the way tells of the account: networks, clients and overloaded models
    /// do not.
    static boolean tellsOfAccount(ErrorType type) {
        return switch (type.blame()) {
            case CLIENT, GATEWAY -> false;
            case ACCOUNT -> true;
            case UPSTREAM ->
                switch (type) {
                    case UPSTREAM_CONNECT, UPSTREAM_TLS, UPSTREAM_DNS, UPSTREAM_OVERLOADED, UPSTREAM_TOO_LARGE -> false;
                    default -> true;
                };
        };
    }
}
