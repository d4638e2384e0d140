package io.geminigateway;

import io.geminigateway.account.Account;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.pool.Freeze;
import io.geminigateway.pool.PoolListener;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the operator when accounts go and come back.
final class PoolLog implements PoolListener {
    private static final Logger log = LoggerFactory.getLogger("pool");

    @Override
    public void frozen(Account account, @Nullable ModelName model, Freeze freeze) {
        log.warn(
                "Account frozen account={} file={} model={} cause={} until={} level={}",
                account.id(),
                account.file(),
                model == null ? "all" : model,
                word(freeze),
                freeze.until(),
                freeze.level());
    }

    @Override
    public void thawed(Account account, @Nullable ModelName model, Freeze freeze) {
        log.info(
                "Account thawed account={} file={} model={} cause={}",
                account.id(),
                account.file(),
                model == null ? "all" : model,
                word(freeze));
    }

    private static String word(Freeze freeze) {
        return freeze.cause().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void parked(Account account, String cause, String remedy) {
        log.warn(
                "Account parked account={} file={} cause={} remedy=\"{}\"",
                account.id(),
                account.file(),
                cause,
                remedy);
    }
}
