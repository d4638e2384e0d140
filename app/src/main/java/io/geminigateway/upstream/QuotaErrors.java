package io.geminigateway.upstream;

import io.geminigateway.account.Backend;
import io.geminigateway.failure.ErrorType;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/// Judges 429: which limit was it, whose, and for how long.
final class QuotaErrors {
    private static final Pattern NO_QUOTA_AT_ALL = Pattern.compile("(?i)limit:\\s*0(?![\\d.])");
    private static final Pattern MONEY_GONE = Pattern.compile(
            "(?i)credits? (?:are|is|have been) (?:depleted|exhausted)|spend(?:ing)? (?:cap|limit)|insufficient .{0,20}credits");
    private static final Pattern SHARED_CAPACITY = Pattern.compile("(?i)resource (?:has been )?exhausted");

    /// What it takes until somebody may have paid; Google names no time.
    private static final Duration UNTIL_PAID = Duration.ofHours(1);

    private QuotaErrors() {}

    static UpstreamFailure judge(Refusal refusal, Instant now) {
        if (hasNoQuota(refusal)) {
            return refusal.as(ErrorType.ACCOUNT_PERMISSION_DENIED)
                    .withRemedy(
                            "the project has no quota at all for this model: enable billing or choose another model")
                    .forModelOnly();
        }
        if (isDaily(refusal)) {
            var reset = refusal.delay().untilReset().map(now::plus).orElse(null);
            return scoped(refusal, refusal.as(ErrorType.ACCOUNT_QUOTA_EXHAUSTED).withResetsAt(reset));
        }
        if (refusal.hasReason("INSUFFICIENT_G1_CREDITS_BALANCE") || refusal.says(MONEY_GONE)) {
            return refusal.as(ErrorType.ACCOUNT_QUOTA_EXHAUSTED)
                    .withResetsAt(now.plus(refusal.delay().untilReset().orElse(UNTIL_PAID)))
                    .withRemedy(
                            "credits or the spending limit are used up: see the billing page of the account's project")
                    .forProject();
        }
        if (isSharedCapacity(refusal)) {
            return refusal.as(ErrorType.UPSTREAM_OVERLOADED)
                    .withRetryAfter(refusal.delay().best().orElse(null));
        }
        return byDelay(refusal, now);
    }

    /// Whether a quota of the account's own is named, whatever else the error says.
    static boolean isForAccount(Refusal refusal) {
        return hasNoQuota(refusal) || isDaily(refusal);
    }

    private static UpstreamFailure byDelay(Refusal refusal, Instant now) {
        var delay = refusal.delay().best();
        var isLong = delay.filter(length -> length.compareTo(RetryDelay.LONGEST_RATE_LIMIT) > 0)
                .isPresent();
        if (isLong || refusal.hasReason("QUOTA_EXHAUSTED")) {
            var reset = delay.map(now::plus).orElse(null);
            return scoped(refusal, refusal.as(ErrorType.ACCOUNT_QUOTA_EXHAUSTED).withResetsAt(reset));
        }
        return scoped(refusal, refusal.as(ErrorType.ACCOUNT_RATE_LIMITED).withRetryAfter(delay.orElse(null)));
    }

    private static boolean hasNoQuota(Refusal refusal) {
        return refusal.says(NO_QUOTA_AT_ALL) || refusal.error().quotaValues().anyMatch("0"::equals);
    }

    private static boolean isDaily(Refusal refusal) {
        return refusal.error().quotaIds().anyMatch(id -> id.contains("PerDay") || id.contains("Daily"));
    }

    /// Vertex AI shares one capacity among all who pay as they go: without details, no project is over a
    /// limit of its own.
    private static boolean isSharedCapacity(Refusal refusal) {
        return refusal.backend() == Backend.VERTEX
                && refusal.error().details().isEmpty()
                && refusal.says(SHARED_CAPACITY);
    }

    /// Code Assist counts per person, the others per Cloud project.
    private static UpstreamFailure scoped(Refusal refusal, UpstreamFailure failure) {
        return refusal.backend() == Backend.CODE_ASSIST ? failure : failure.forProject();
    }
}
