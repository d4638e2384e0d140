package io.geminigateway.relay;

import io.geminigateway.pool.Outcome;
import io.geminigateway.upstream.UpstreamFailure;

/// What a failed attempt means: to the account's standing, and to the request.
record Verdict(Outcome outcome, Next next) {
    enum Next {
        /// The request itself is at fault: no other account would fare better.
        TELL_CLIENT,
        /// This account refuses for now; another may serve.
        MOVE_ON,
        /// Google failed; another try may fare better, but such tries are few.
        TRY_AGAIN,
        /// This backend does not know the model; another backend may.
        OTHER_BACKEND
    }

    /// For a failure before the commit point.
    static Verdict of(UpstreamFailure failure) {
        return switch (failure.type()) {
            case ACCOUNT_RATE_LIMITED ->
                new Verdict(new Outcome.RateLimited(failure.retryAfter(), failure.projectWide()), Next.MOVE_ON);
            case ACCOUNT_QUOTA_EXHAUSTED ->
                new Verdict(new Outcome.DailyQuota(failure.resetsAt(), failure.projectWide()), Next.MOVE_ON);
            case ACCOUNT_AUTH_FAILED, ACCOUNT_KEY_INVALID ->
                new Verdict(new Outcome.AuthFailed(failure.remedy()), Next.MOVE_ON);
            case ACCOUNT_PERMISSION_DENIED -> new Verdict(new Outcome.ModelDenied(failure.remedy()), Next.MOVE_ON);
            case ACCOUNT_VALIDATION_REQUIRED, ACCOUNT_TOS_BLOCKED ->
                new Verdict(new Outcome.Parked(failure.type().wireName(), failure.remedy()), Next.MOVE_ON);
            case UPSTREAM_OVERLOADED -> new Verdict(new Outcome.ModelOverloaded(failure.retryAfter()), Next.TRY_AGAIN);
            case UPSTREAM_5XX,
                    UPSTREAM_TIMEOUT_FIRST,
                    UPSTREAM_TIMEOUT_IDLE,
                    UPSTREAM_TIMEOUT_TOTAL,
                    UPSTREAM_RESET,
                    UPSTREAM_TRUNCATED,
                    UPSTREAM_PROTOCOL,
                    UPSTREAM_EMPTY,
                    UPSTREAM_TOO_LARGE -> new Verdict(new Outcome.Failed(failure.type()), Next.TRY_AGAIN);
            case UPSTREAM_CONNECT, UPSTREAM_TLS, UPSTREAM_DNS -> new Verdict(new Outcome.Ignored(), Next.TRY_AGAIN);
            case MODEL_NOT_FOUND -> new Verdict(new Outcome.Ignored(), Next.OTHER_BACKEND);
            case UPSTREAM_MALFORMED,
                    INVALID_REQUEST,
                    CONTEXT_LENGTH_EXCEEDED,
                    REQUEST_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    REQUEST_TIMEOUT,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    CLIENT_CLOSED,
                    CLIENT_STALLED,
                    NO_ACCOUNT_AVAILABLE,
                    GATEWAY_OVERLOADED,
                    GATEWAY_SHUTTING_DOWN,
                    INTERNAL_ERROR -> new Verdict(new Outcome.Ignored(), Next.TELL_CLIENT);
        };
    }

    /// For a failure after it: the client has part of the answer, so nothing is left to try.
    static Verdict ofCut(UpstreamFailure failure) {
        var before = of(failure);
        var outcome =
                before.outcome() instanceof Outcome.Failed ? new Outcome.CutShort(failure.type()) : before.outcome();
        return new Verdict(outcome, Next.TELL_CLIENT);
    }
}
