package io.geminigateway.upstream;

import io.geminigateway.account.AccountId;
import java.util.Set;

/// Whom a call must be made by, because nobody else can see `thing`; with `firm` false, whom it had better be made by.
public record Pin(String thing, Set<AccountId> accounts, boolean firm) {
    public Pin {
        accounts = Set.copyOf(accounts);
    }
}
