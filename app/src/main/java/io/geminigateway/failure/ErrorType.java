package io.geminigateway.failure;

import java.util.Locale;

/// The one vocabulary of failures, for logs, metrics, clients and the pool. A constant's [#wireName] is what they show.
public enum ErrorType {
    INVALID_REQUEST(Blame.CLIENT),
    CONTEXT_LENGTH_EXCEEDED(Blame.CLIENT),
    REQUEST_TOO_LARGE(Blame.CLIENT),
    UNSUPPORTED_MEDIA_TYPE(Blame.CLIENT),
    REQUEST_TIMEOUT(Blame.CLIENT),
    UNAUTHENTICATED(Blame.CLIENT),
    FORBIDDEN(Blame.CLIENT),
    NOT_FOUND(Blame.CLIENT),
    METHOD_NOT_ALLOWED(Blame.CLIENT),
    MODEL_NOT_FOUND(Blame.CLIENT),
    CLIENT_CLOSED(Blame.CLIENT),
    CLIENT_STALLED(Blame.CLIENT),

    ACCOUNT_RATE_LIMITED(Blame.ACCOUNT),
    ACCOUNT_QUOTA_EXHAUSTED(Blame.ACCOUNT),
    ACCOUNT_AUTH_FAILED(Blame.ACCOUNT),
    ACCOUNT_KEY_INVALID(Blame.ACCOUNT),
    ACCOUNT_PERMISSION_DENIED(Blame.ACCOUNT),
    ACCOUNT_VALIDATION_REQUIRED(Blame.ACCOUNT),
    ACCOUNT_TOS_BLOCKED(Blame.ACCOUNT),

    UPSTREAM_OVERLOADED(Blame.UPSTREAM),
    UPSTREAM_5XX(Blame.UPSTREAM),
    UPSTREAM_CONNECT(Blame.UPSTREAM),
    UPSTREAM_TLS(Blame.UPSTREAM),
    UPSTREAM_DNS(Blame.UPSTREAM),
    UPSTREAM_TIMEOUT_FIRST(Blame.UPSTREAM),
    UPSTREAM_TIMEOUT_IDLE(Blame.UPSTREAM),
    UPSTREAM_TIMEOUT_TOTAL(Blame.UPSTREAM),
    UPSTREAM_RESET(Blame.UPSTREAM),
    UPSTREAM_TRUNCATED(Blame.UPSTREAM),
    UPSTREAM_PROTOCOL(Blame.UPSTREAM),
    UPSTREAM_EMPTY(Blame.UPSTREAM),
    /// The model stumbled over its own answer: held against nobody.
    UPSTREAM_MALFORMED(Blame.UPSTREAM),
    UPSTREAM_TOO_LARGE(Blame.UPSTREAM),

    NO_ACCOUNT_AVAILABLE(Blame.GATEWAY),
    GATEWAY_OVERLOADED(Blame.GATEWAY),
    GATEWAY_SHUTTING_DOWN(Blame.GATEWAY),
    INTERNAL_ERROR(Blame.GATEWAY);

    private final Blame blame;
    private final String wireName = name().toLowerCase(Locale.ROOT);

    ErrorType(Blame blame) {
        this.blame = blame;
    }

    public Blame blame() {
        return blame;
    }

    /// The name in logs, metrics and answers: `upstream_5xx`.
    public String wireName() {
        return wireName;
    }
}
