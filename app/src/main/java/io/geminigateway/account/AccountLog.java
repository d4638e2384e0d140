package io.geminigateway.account;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the operator, once each, what happens to the accounts folder. Never shows what an account proves itself with.
final class AccountLog implements AccountListener {
    private static final Logger log = LoggerFactory.getLogger(AccountFolder.class);

    @Override
    public void added(Account account) {
        tell("Account added", account);
    }

    @Override
    public void changed(Account before, Account now) {
        tell("Account changed", now);
    }

    @Override
    public void removed(Account account) {
        tell("Account removed", account);
    }

    void skipped(SkippedFile file) {
        if (file.disabled()) {
            log.info("Account file skipped file={} reason=\"{}\"", file.file(), file.reason());
        } else {
            log.warn("Account file skipped file={} reason=\"{}\"", file.file(), file.reason());
        }
    }

    private static void tell(String event, Account account) {
        log.info(
                "{} file={} account={} kind={} backend={} project={}",
                event,
                account.file(),
                account.id(),
                kind(account.credentials()),
                account.backend().name().toLowerCase(Locale.ROOT),
                account.project().orElse("-"));
    }

    private static String kind(Credentials credentials) {
        return switch (credentials) {
            case Credentials.ApiKey _ -> "api_key";
            case Credentials.Login _ -> "login";
            case Credentials.ServiceAccount _ -> "service_account";
        };
    }
}
