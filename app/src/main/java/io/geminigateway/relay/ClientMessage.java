package io.geminigateway.relay;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.pool.Choice;
import io.geminigateway.upstream.ContextLength;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.Pin;
import io.geminigateway.upstream.UpstreamFailure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the client is told when all attempts came to nothing. A credential of ours that fails is never the client's
/// 401.
public final class ClientMessage {
    private static final Duration SOON = Duration.ofSeconds(5);

    private ClientMessage() {}

    /// The request's last failure, when there is nobody else to ask.
    public static Failure of(UpstreamFailure failure) {
        return switch (failure.type()) {
            case CONTEXT_LENGTH_EXCEEDED -> {
                var length = ContextLength.in(failure.message());
                yield new Failure.ContextTooLong(failure.message(), length.tokens(), length.limit());
            }
            case REQUEST_TOO_LARGE -> new Failure.RequestTooLarge(failure.message());
            case MODEL_NOT_FOUND -> new Failure.ModelNotFound(failure.message());
            case INVALID_REQUEST ->
                switch (failure.status()) {
                    case 403 -> new Failure.Forbidden(failure.message()); // what the request names is somebody else's
                    case 404 -> new Failure.NotFound(failure.message());
                    default -> new Failure.InvalidRequest(failure.message());
                };
            case UNSUPPORTED_MEDIA_TYPE, FORBIDDEN, NOT_FOUND -> new Failure.InvalidRequest(failure.message());
            case UPSTREAM_OVERLOADED ->
                new Failure.ModelOverloaded(failure.message(), orElse(failure.retryAfter(), SOON));
            case UPSTREAM_TIMEOUT_FIRST, UPSTREAM_TIMEOUT_IDLE, UPSTREAM_TIMEOUT_TOTAL ->
                new Failure.UpstreamTimeout(failure.type(), failure.message());
            case UPSTREAM_5XX,
                    UPSTREAM_CONNECT,
                    UPSTREAM_TLS,
                    UPSTREAM_DNS,
                    UPSTREAM_RESET,
                    UPSTREAM_TRUNCATED,
                    UPSTREAM_PROTOCOL,
                    UPSTREAM_EMPTY,
                    UPSTREAM_MALFORMED,
                    UPSTREAM_TOO_LARGE -> new Failure.UpstreamBroken(failure.type(), failure.message());
            case ACCOUNT_RATE_LIMITED ->
                new Failure.RateLimited(
                        "Google's rate limit is reached on every account", orElse(failure.retryAfter(), SOON), false);
            case ACCOUNT_QUOTA_EXHAUSTED ->
                new Failure.RateLimited(
                        "The daily quota is used up on every account", orElse(failure.retryAfter(), SOON), true);
            case ACCOUNT_AUTH_FAILED,
                    ACCOUNT_KEY_INVALID,
                    ACCOUNT_PERMISSION_DENIED,
                    ACCOUNT_VALIDATION_REQUIRED,
                    ACCOUNT_TOS_BLOCKED,
                    NO_ACCOUNT_AVAILABLE ->
                new Failure.NoAccount("No account can serve this request; the gateway's log tells why", null);
            case REQUEST_TIMEOUT,
                    UNAUTHENTICATED,
                    METHOD_NOT_ALLOWED,
                    CLIENT_CLOSED,
                    CLIENT_STALLED,
                    GATEWAY_OVERLOADED,
                    GATEWAY_SHUTTING_DOWN,
                    INTERNAL_ERROR -> new Failure.Internal("The gateway failed; its log tells why");
        };
    }

    /// When no account is of a kind that could ever serve such a request.
    static Failure nobodyAble(GeminiCall call) {
        var able = call.resource() == null ? "a Gemini API key or Vertex AI" : "a Gemini API key";
        return new Failure.ModelNotFound(
                "No account of this gateway can serve '%s': that takes %s".formatted(call.model(), able));
    }

    /// The same, when only these could be asked at all, where `pin` says so.
    static Failure of(Choice.Exhausted exhausted, @Nullable Pin pin, @Nullable UpstreamFailure last, Instant now) {
        var failure = of(exhausted, last, now);
        if (pin == null || !pin.firm() || exhausted.reason() == Choice.Reason.TRIED) {
            return failure;
        }
        var holder = "The account that holds '%s' ".formatted(pin.thing());
        var nobodyElse = ", and no other can see it" + readyIn(failure.retryAfter());
        return switch (exhausted.reason()) {
            case NO_ACCOUNTS -> new Failure.NotFound(holder + "is not one of this gateway's any more");
            case QUOTA ->
                new Failure.RateLimited(
                        holder + "waits for Google's rate limit" + nobodyElse,
                        orElse(failure.retryAfter(), SOON),
                        false);
            case DAILY_QUOTA ->
                new Failure.RateLimited(
                        holder + "has used up its daily quota" + nobodyElse, orElse(failure.retryAfter(), SOON), true);
            case FAILURES, AUTH, PARKED ->
                new Failure.NoAccount(holder + "cannot serve at the moment" + nobodyElse, failure.retryAfter());
            case MODEL_DENIED -> new Failure.ModelNotFound(holder + "may not use this model" + nobodyElse);
            case MODEL, TRIED -> failure;
        };
    }

    /// When the pool had nobody to offer. `last` is what this request met before, if it got as far as an attempt.
    private static Failure of(Choice.Exhausted exhausted, @Nullable UpstreamFailure last, Instant now) {
        var thaw = exhausted.earliestThaw();
        var wait = thaw == null ? null : Duration.between(now, thaw);
        if (wait != null && !wait.isPositive()) {
            wait = Duration.ofSeconds(1);
        }
        return switch (exhausted.reason()) {
            case NO_ACCOUNTS ->
                new Failure.NoAccount(
                        "The gateway has no Gemini account yet. Add one: put a file into its accounts folder, "
                                + "such as key.json with {\"type\":\"api_key\",\"key\":\"...\"}",
                        null);
            case QUOTA ->
                new Failure.RateLimited(
                        "Every account waits for Google's rate limit" + readyIn(wait), orElse(wait, SOON), false);
            case DAILY_QUOTA ->
                new Failure.RateLimited(
                        "The daily quota is used up on every account" + readyIn(wait), orElse(wait, SOON), true);
            case MODEL ->
                last != null && last.type() == ErrorType.UPSTREAM_OVERLOADED
                        ? of(last)
                        : new Failure.ModelOverloaded(
                                "Google has no capacity for this model at the moment" + readyIn(wait),
                                orElse(wait, SOON));
            case FAILURES, TRIED ->
                last != null
                        ? of(last)
                        : new Failure.NoAccount("Every account rests after failures" + readyIn(wait), wait);
            case MODEL_DENIED ->
                last != null && last.modelOnly()
                        ? new Failure.ModelNotFound("No account of this gateway may use this model; its log tells why")
                        : new Failure.NoAccount(
                                "No account of this gateway may use this model; its log tells why", null);
            case PARKED, AUTH ->
                new Failure.NoAccount("Every account needs attention; the gateway's log tells what to do", wait);
        };
    }

    private static String readyIn(@Nullable Duration wait) {
        return wait == null ? "" : "; the first is ready in %d s".formatted(Math.max(1, wait.toSeconds()));
    }

    private static Duration orElse(@Nullable Duration value, Duration otherwise) {
        return value == null ? otherwise : value;
    }
}
