package io.geminigateway.pool;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// All accounts, and which of them serves next. Thread-safe.
public final class Pool {
    private final InstantSource clock;

    public Pool(PoolSettings settings, InstantSource clock, Supplier<RandomGenerator> random, PoolListener listener) {
        this.clock = clock;
    }

    /// Sets the accounts that exist. What is known of those that stay is kept; one that comes with other
    /// credentials is no longer parked.
    public void accounts(Collection<Account> accounts) {}

    public Choice choose(Ask ask) {
        return new Choice.Exhausted(null, Choice.Reason.NO_ACCOUNTS, "There is no account");
    }

    /// An operator's word: every freeze of the account ends, and it is no longer parked. False if there
    /// is none such.
    public boolean thaw(AccountId id) {
        return false;
    }

    /// To be called about once a second: tells the listener of freezes that are over.
    public void sweep() {}

    public PoolSnapshot snapshot() {
        return new PoolSnapshot(clock.instant(), List.of());
    }
}
