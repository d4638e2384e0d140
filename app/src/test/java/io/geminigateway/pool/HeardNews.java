package io.geminigateway.pool;

import io.geminigateway.account.Account;
import io.geminigateway.gemini.ModelName;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A listener that writes down what it hears: `frozen a1 flash RATE_LIMIT`.
final class HeardNews implements PoolListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    List<String> lines() {
        return lines;
    }

    @Override
    public void frozen(Account account, @Nullable ModelName model, Freeze freeze) {
        lines.add("frozen %s %s %s".formatted(account.id(), model == null ? "*" : model, freeze.cause()));
    }

    @Override
    public void thawed(Account account, @Nullable ModelName model, Freeze freeze) {
        lines.add("thawed %s %s %s".formatted(account.id(), model == null ? "*" : model, freeze.cause()));
    }

    @Override
    public void parked(Account account, String cause, String remedy) {
        lines.add("parked %s %s: %s".formatted(account.id(), cause, remedy));
    }

    @Override
    public void unparked(Account account) {
        lines.add("unparked %s".formatted(account.id()));
    }
}
