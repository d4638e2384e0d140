package io.geminigateway.pool;

import io.geminigateway.account.Account;
import io.geminigateway.gemini.ModelName;
import org.jspecify.annotations.Nullable;

/// Hears when accounts come and go. Called outside any lock, on the thread that ended a call or swept;
/// must be quick.
public interface PoolListener {
    /// Without a `model` the whole account is frozen.
    void frozen(Account account, @Nullable ModelName model, Freeze freeze);

    /// The time is over, or was cut short; `freeze` is the one that ended.
    void thawed(Account account, @Nullable ModelName model, Freeze freeze);

    /// The account is out until its file changes or an operator thaws it.
    void parked(Account account, String cause, String remedy);

    /// The account is back: its file came with other credentials, or an operator thawed it.
    default void unparked(Account account) {}

    /// A listener that does nothing.
    static PoolListener silent() {
        return new PoolListener() {
            @Override
            public void frozen(Account account, @Nullable ModelName model, Freeze freeze) {}

            @Override
            public void thawed(Account account, @Nullable ModelName model, Freeze freeze) {}

            @Override
            public void parked(Account account, String cause, String remedy) {}
        };
    }
}
