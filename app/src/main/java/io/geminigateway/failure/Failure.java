package io.geminigateway.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a client is told when its request cannot be served. Each dialect renders every case with an exhaustive
/// `switch`.
/// Messages are for people and free of secrets, credentials and internals.
public sealed interface Failure {
    ErrorType type();

    String message();

    /// How long the client should wait before it asks again, where that helps.
    default @Nullable Duration retryAfter() {
        return null;
    }

    default GatewayException asException() {
        return new GatewayException(this);
    }

    /// A field that is missing, malformed or not supported. `param` is its JSON path, `code` the dialect's short name,
    /// if any.
    record InvalidRequest(
            String message,
            @Nullable String param,
            @Nullable String code) implements Failure {
        public InvalidRequest(String message) {
            this(message, null, null);
        }

        public InvalidRequest(String message, String param) {
            this(message, param, null);
        }

        @Override
        public ErrorType type() {
            return ErrorType.INVALID_REQUEST;
        }
    }

    /// The prompt does not fit the model: it has so many `tokens` where `limit` are taken, each 0 if unknown.
    record ContextTooLong(String message, long tokens, long limit) implements Failure {
        public ContextTooLong(String message) {
            this(message, 0, 0);
        }

        @Override
        public ErrorType type() {
            return ErrorType.CONTEXT_LENGTH_EXCEEDED;
        }
    }

    record RequestTooLarge(String message) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.REQUEST_TOO_LARGE;
        }
    }

    record UnsupportedMediaType(String message) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.UNSUPPORTED_MEDIA_TYPE;
        }
    }

    /// The request's own bytes came too slowly.
    record RequestTimeout(String message) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.REQUEST_TIMEOUT;
        }
    }

    /// The client's key is missing or wrong. Never used for a credential of ours.
    record Unauthenticated(String message) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.UNAUTHENTICATED;
        }
    }

    /// Whoever asks may not do this, at least not from where they are.
    record Forbidden(String message) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.FORBIDDEN;
        }
    }

    record NotFound(String message) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.NOT_FOUND;
        }
    }

    /// `allowed` is the list for the Allow header: `GET, HEAD`.
    record MethodNotAllowed(String message, String allowed) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.METHOD_NOT_ALLOWED;
        }
    }

    record ModelNotFound(String message) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.MODEL_NOT_FOUND;
        }
    }

    /// Every account that could serve waits for quota. `daily` when the wait is for a daily quota.
    record RateLimited(String message, Duration retryAfter, boolean daily) implements Failure {
        @Override
        public ErrorType type() {
            return daily ? ErrorType.ACCOUNT_QUOTA_EXHAUSTED : ErrorType.ACCOUNT_RATE_LIMITED;
        }
    }

    /// No account can serve, for other reasons than quota.
    record NoAccount(String message, @Nullable Duration retryAfter) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.NO_ACCOUNT_AVAILABLE;
        }
    }

    /// Google has no capacity for this model just now, whoever asks.
    record ModelOverloaded(String message, Duration retryAfter) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.UPSTREAM_OVERLOADED;
        }
    }

    /// Google failed in a way that no account and no client is to blame for.
    record UpstreamBroken(ErrorType type, String message) implements Failure {}

    record UpstreamTimeout(ErrorType type, String message) implements Failure {}

    /// This gateway has more work than it can do.
    record Overloaded(String message, Duration retryAfter) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.GATEWAY_OVERLOADED;
        }
    }

    record ShuttingDown(String message) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.GATEWAY_SHUTTING_DOWN;
        }
    }

    /// A bug of ours; the cause is in the log, under the request's id.
    record Internal(String message) implements Failure {
        @Override
        public ErrorType type() {
            return ErrorType.INTERNAL_ERROR;
        }
    }
}
