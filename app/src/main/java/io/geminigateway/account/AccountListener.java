package io.geminigateway.account;

/// Hears of changes to the accounts folder, one at a time, on the folder's own thread: must not block for long.
/// Tokens that we save ourselves are no change.
public interface AccountListener {
    void added(Account account);

    /// The same file with another content. Equal [Account#credentials] mean the same login as before.
    void changed(Account before, Account now);

    void removed(Account account);

    /// A listener that does the same whatever has changed.
    static AccountListener any(Runnable action) {
        return new AccountListener() {
            @Override
            public void added(Account account) {
                action.run();
            }

            @Override
            public void changed(Account before, Account now) {
                action.run();
            }

            @Override
            public void removed(Account account) {
                action.run();
            }
        };
    }
}
