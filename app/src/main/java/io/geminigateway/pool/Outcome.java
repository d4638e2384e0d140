package io.geminigateway.pool;

import io.geminigateway.failure.ErrorType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a call ended, as far as it tells something about the account that served it.
public sealed interface Outcome {
    /// The answer, or the stream, came to its proper end.
    record Succeeded() implements Outcome {}

    /// A quota or a limit that comes back by itself. `delay` is Google's own word, null if it gave none;
    /// `projectWide` if all accounts of the Cloud project share it.
    record RateLimited(@Nullable Duration delay, boolean projectWide) implements Outcome {}

    /// The quota of the day is used up. `resetsAt` is Google's own word, null if it gave none.
    record DailyQuota(@Nullable Instant resetsAt, boolean projectWide) implements Outcome {}

    /// The credential was refused, a fresh one too.
    record AuthFailed(String remedy) implements Outcome {}

    /// Only a person can bring the account back. `cause` is short, `remedy` tells the person what to do.
    record Parked(String cause, String remedy) implements Outcome {}

    /// The account may not use this one model.
    record ModelDenied(String remedy) implements Outcome {}

    /// Server error, timeout, empty or broken answer, before anything was sent to the client.
    record Failed(ErrorType type) implements Outcome {}

    /// The same after the client had been sent something.
    record CutShort(ErrorType type) implements Outcome {}

    /// Google has no capacity for the model, whoever asks. `delay` is Google's own word, null if it gave
    /// none.
    record ModelOverloaded(@Nullable Duration delay) implements Outcome {}

    /// The client was at fault, or left, or the gateway stumbled: nothing is learned of the account.
    record Ignored() implements Outcome {}
}
