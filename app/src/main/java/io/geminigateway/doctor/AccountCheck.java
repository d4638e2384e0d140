package io.geminigateway.doctor;

import io.geminigateway.account.AccountDraft;
import io.geminigateway.account.RefusedFileException;
import io.geminigateway.account.SavedAccounts;
import io.geminigateway.account.SavedAccounts.Saved;
import io.geminigateway.admin.TestResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Every account, with one small real call each. A login's fresh token is saved, as the gateway would.
final class AccountCheck implements Check {
    private static final String NAME = "accounts";

    private final SavedAccounts saved;
    private final Function<AccountDraft, TestResult> trial;

    AccountCheck(Patient patient) {
        saved = new SavedAccounts(patient.accounts());
        trial = patient.trial();
    }

    @Override
    public List<Finding> look() {
        try {
            var findings = new ArrayList<Finding>();
            for (var account : saved.list()) {
                findings.add(look(account));
            }
            return findings.isEmpty()
                    ? List.of(Finding.fail(NAME, "there is no account yet", "./gateway setup"))
                    : findings;
        } catch (IOException unreadable) {
            return List.of(
                    Finding.fail(NAME, "the accounts folder cannot be read", "chmod 700 %s".formatted(saved.folder())));
        }
    }

    private Finding look(Saved account) throws IOException {
        if (account.disabled()) {
            return Finding.ok(NAME, "%s is disabled".formatted(account.file()));
        }
        if (account.account() == null) {
            return Finding.fail(
                    NAME,
                    "%s: %s".formatted(account.file(), account.problem()),
                    "correct the file, or remove it and add the account again: ./gateway setup");
        }
        try {
            var draft = saved.draft(account.file());
            var before = draft.text();
            var result = trial.apply(draft);
            if (!draft.text().equals(before)) {
                saved.replace(draft);
            }
            return judged(result, account.file());
        } catch (RefusedFileException changed) {
            return Finding.fail(NAME, "%s: %s".formatted(account.file(), changed.getMessage()), "correct the file");
        }
    }

    private static Finding judged(TestResult result, String file) {
        if (result.ok()) {
            return Finding.ok(NAME, "%s answered in %d ms".formatted(file, result.millis()));
        }
        var type = Objects.requireNonNullElse(result.errorType(), "");
        var text = "%s: %s (%s)".formatted(file, Objects.requireNonNullElse(result.message(), "no answer"), type);
        var remedy = Objects.requireNonNullElse(result.remedy(), "");
        return type.equals("account_rate_limited") || type.equals("account_quota_exhausted")
                ? Finding.warn(NAME, text, "wait: it serves again when Google lets it")
                : Finding.fail(
                        NAME,
                        text,
                        remedy.isEmpty() ? "try again: ./gateway setup --do test --account " + file : remedy);
    }
}
