package io.geminigateway.dialect;

import io.geminigateway.failure.Failure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The headers by which clients of OpenAI's and Anthropic's families are told when to try again, if at all.
public final class RetryHints {
    /// Clients that are told to wait longer than this had better give up: some of them sleep as long as they are told.
    private static final Duration WORTH_WAITING = Duration.ofSeconds(60);

    /// When a gateway that goes away is replaced.
    private static final Duration SOON = Duration.ofSeconds(1);

    private RetryHints() {}

    public static Map<String, String> of(Failure failure) {
        var headers = new HashMap<String, String>();
        var wait = failure instanceof Failure.ShuttingDown ? SOON : failure.retryAfter();
        if (wait != null) {
            headers.put("retry-after", Long.toString(wholeSeconds(wait)));
            headers.put(
                    "retry-after-ms",
                    Long.toString(Math.max(1, wait.plusNanos(999_999).toMillis())));
        }
        if (isHopeless(failure, wait)) {
            headers.put("x-should-retry", "false");
        }
        if (failure instanceof Failure.MethodNotAllowed notAllowed) {
            headers.put("allow", notAllowed.allowed());
        }
        return headers;
    }

    private static boolean isHopeless(Failure failure, @Nullable Duration wait) {
        return wait == null ? failure instanceof Failure.NoAccount : wait.compareTo(WORTH_WAITING) > 0;
    }

    /// Rounded up, so that nobody comes too early; at least one, because 0 means at once.
    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
