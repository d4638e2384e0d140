package io.geminigateway.pool;

import io.geminigateway.account.Account;
import io.geminigateway.gemini.ModelName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the listener has to be told once no lock is held any more.
final class Notices implements PoolListener {
    private final List<Consumer<PoolListener>> notices = new ArrayList<>(0);

    @Override
    public void frozen(Account account, @Nullable ModelName model, Freeze freeze) {
        notices.add(listener -> listener.frozen(account, model, freeze));
    }

    @Override
    public void thawed(Account account, @Nullable ModelName model, Freeze freeze) {
        notices.add(listener -> listener.thawed(account, model, freeze));
    }

    @Override
    public void parked(Account account, String cause, String remedy) {
        notices.add(listener -> listener.parked(account, cause, remedy));
    }

    @Override
    public void unparked(Account account) {
        notices.add(listener -> listener.unparked(account));
    }

    void tell(PoolListener listener) {
        notices.forEach(notice -> notice.accept(listener));
    }
}
