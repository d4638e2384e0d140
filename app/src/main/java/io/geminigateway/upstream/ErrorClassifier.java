package io.geminigateway.upstream;

import io.geminigateway.account.Backend;
import io.geminigateway.failure.ErrorType;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where an upstream failure gets its blame: reasons first, then quotas, then words, then the
/// status. Pure but for the clock; thread-safe.
public final class ErrorClassifier {
    private static final Logger log = LoggerFactory.getLogger(ErrorClassifier.class);

    private static final Pattern NO_CAPACITY =
            Pattern.compile("(?i)no capacity available|capacity exceeded|MODEL_CAPACITY_EX(?:HAUSTED|CEEDED)");
    private static final Pattern BUSY = Pattern.compile("(?i)overloaded|high demand");
    private static final Map<String, Integer> STATUS_CODES = Map.ofEntries(
            Map.entry("INVALID_ARGUMENT", 400),
            Map.entry("FAILED_PRECONDITION", 400),
            Map.entry("OUT_OF_RANGE", 400),
            Map.entry("UNAUTHENTICATED", 401),
            Map.entry("PERMISSION_DENIED", 403),
            Map.entry("NOT_FOUND", 404),
            Map.entry("RESOURCE_EXHAUSTED", 429),
            Map.entry("CANCELLED", 499),
            Map.entry("UNAVAILABLE", 503),
            Map.entry("DEADLINE_EXCEEDED", 504));

    private final InstantSource clock;

    public ErrorClassifier(InstantSource clock) {
        this.clock = clock;
    }

    /// `body` is whatever came, possibly nothing; `retryAfter` is the header of that name.
    public UpstreamFailure classify(Backend backend, int status, byte[] body, @Nullable String retryAfter) {
        var error = GoogleError.read(new String(body, StandardCharsets.UTF_8)).orElse(GoogleError.NONE);
        return classify(backend, status, error, retryAfter);
    }

    /// The same for an error found inside a response of another status; an error without a code counts as
    /// `status`.
    UpstreamFailure classify(Backend backend, int status, GoogleError error, @Nullable String retryAfter) {
        var delay = new RetryDelay(error, retryAfter, clock.instant());
        var refusal = new Refusal(backend, statusOf(error, status), error, delay);
        var failure = judge(refusal);
        log.debug(
                "upstream error: backend={} status={} reason={} domain={} type={}",
                backend,
                refusal.status(),
                error.reason(),
                error.domain(),
                failure.type().wireName());
        return failure;
    }

    private UpstreamFailure judge(Refusal refusal) {
        var status = refusal.status();
        if (refusal.error().isNone() && status < 500 && status != 429) {
            return withoutError(refusal);
        }
        return CredentialErrors.judge(refusal).orElseGet(() -> switch (status) {
            case 400, 404, 413 -> RequestErrors.judge(refusal);
            case 429 -> isCapacity(refusal) ? overloaded(refusal) : QuotaErrors.judge(refusal, clock.instant());
            case 499 -> refusal.as(ErrorType.UPSTREAM_5XX);
            default -> status >= 500 ? serverError(refusal) : refusal.as(ErrorType.UPSTREAM_PROTOCOL);
        });
    }

    private static UpstreamFailure serverError(Refusal refusal) {
        if (isCapacity(refusal) || refusal.says(BUSY)) {
            return overloaded(refusal);
        }
        var type = refusal.status() == 504 ? ErrorType.UPSTREAM_TIMEOUT_TOTAL : ErrorType.UPSTREAM_5XX;
        return refusal.as(type).withRetryAfter(refusal.delay().best().orElse(null));
    }

    private static UpstreamFailure overloaded(Refusal refusal) {
        return refusal.as(ErrorType.UPSTREAM_OVERLOADED)
                .withRetryAfter(refusal.delay().best().orElse(null));
    }

    private static boolean isCapacity(Refusal refusal) {
        return switch (refusal.error().reason()) {
            case "MODEL_CAPACITY_EXHAUSTED", "MODEL_CAPACITY_EXCEEDED" -> !QuotaErrors.isForAccount(refusal);
            case "" -> refusal.says(NO_CAPACITY);
            default -> false;
        };
    }

    /// A page of a front end, a proxy, or a wrong address: nothing that speaks for or against an account.
    private static UpstreamFailure withoutError(Refusal refusal) {
        return switch (refusal.status()) {
            case 401 -> CredentialErrors.unauthenticated(refusal);
            case 413 -> refusal.as(ErrorType.REQUEST_TOO_LARGE);
            case 499 -> refusal.as(ErrorType.UPSTREAM_5XX);
            default ->
                refusal.as(ErrorType.UPSTREAM_PROTOCOL)
                        .withRemedy("check the endpoint and the proxy: what answered does not look like Google's API");
        };
    }

    private static int statusOf(GoogleError error, int status) {
        var code = error.code() >= 400 && error.code() <= 599 ? error.code() : 0;
        if (code != 0) {
            return code;
        }
        return status == 200 ? STATUS_CODES.getOrDefault(error.status(), 500) : status;
    }
}
