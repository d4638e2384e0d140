package io.geminigateway.telemetry;

import io.geminigateway.account.Account;
import io.geminigateway.failure.ErrorType;
import org.jspecify.annotations.Nullable;

/// One request of a client, when it is over. Asked and not kept.
public interface RequestFacts {
    /// `GET`, as HTTP spells it.
    String method();

    /// The status that was sent, or 499.
    int status();

    /// `1.1`
    String protocol();

    /// What went wrong, null if nothing did.
    @Nullable
    ErrorType errorType();

    /// From its head to its end.
    long nanos();

    /// From its head to the first content byte, or -1.
    long firstByteNanos();

    /// Whether the client was sent the head of a stream.
    boolean streamed();

    long bytesIn();

    long bytesOut();

    /// How often Google was asked, 0 if never.
    int attempts();

    /// Who served it, or was tried last.
    @Nullable
    Account account();

    /// What the model said and thought, as far as it is known, in tokens.
    long outputTokens();
}
