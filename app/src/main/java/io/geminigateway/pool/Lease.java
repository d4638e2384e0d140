package io.geminigateway.pool;

import io.geminigateway.account.Account;
import java.time.Duration;

/// The right to one call with one account. Whoever holds it reports back exactly once; may be used from
/// any thread.
public final class Lease {
    private final Account account;

    Lease(Account account) {
        this.account = account;
    }

    public Account account() {
        return account;
    }

    /// The first event of the answer arrived this long after the call was sent. Only the first report
    /// counts.
    public void firstEvent(Duration latency) {}

    /// Ends the lease. Later ends change nothing and are answered with false.
    public boolean end(Outcome outcome) {
        return true;
    }
}
