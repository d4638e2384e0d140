package io.geminigateway.relay;

import io.geminigateway.account.Account;
import io.geminigateway.failure.Failure;
import java.util.Optional;

/// A client request that is being served, be it by one call or by several. Lives on one event loop.
public sealed interface Serving permits Exchange, Bundle {
    /// The account of the attempt that served, or was last tried; of several calls, the first one's.
    Optional<Account> account();

    /// How many upstream attempts were made so far.
    int attempts();

    /// The client cannot take more just now: stops reading from Google until [#resume].
    void pause();

    void resume();

    /// The client has left: all is given up at once, and nobody is blamed. Idempotent.
    void cancel();

    /// Ends all with this failure, for a reason that is neither Google's nor the client's. Does nothing when it is over
    /// already.
    void abandon(Failure failure);
}
