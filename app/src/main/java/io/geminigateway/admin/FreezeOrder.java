package io.geminigateway.admin;

import io.avaje.jsonb.Json;
import io.geminigateway.failure.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// For how long an account is to take no calls.
@Json
public record FreezeOrder(@Nullable Long seconds) {
    private static final long USUAL = Duration.ofMinutes(10).toSeconds();
    private static final long LONGEST = Duration.ofDays(30).toSeconds();

    Duration pause() {
        var asked = seconds == null ? USUAL : seconds;
        if (asked < 1 || asked > LONGEST) {
            throw new Failure.InvalidRequest(
                            "seconds: '%d' is not valid: expected 1 to %d; to take an account out for good, disable it"
                                    .formatted(asked, LONGEST),
                            "seconds")
                    .asException();
        }
        return Duration.ofSeconds(asked);
    }
}
