package io.geminigateway.admin;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountFolder;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.SkippedFile;
import io.geminigateway.failure.Failure;
import io.geminigateway.pool.Freeze;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Puts together what the folder knows of an account and what the pool does. Thread-safe, as both are.
final class Reports {
    private static final String ENDING = ".json";

    private final AccountFolder folder;
    private final Pool pool;

    Reports(AccountFolder folder, Pool pool) {
        this.folder = folder;
        this.pool = pool;
    }

    AccountList all() {
        var snapshot = pool.snapshot();
        return new AccountList(snapshot.at().toString(), all(snapshot));
    }

    /// By its id, its file, or its file without the ending; throws the failure that tells there is none such.
    AccountReport find(String name) {
        var all = all(pool.snapshot());
        return all.stream()
                .filter(report -> report.file().equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(report -> report.file().equals(name + ENDING)
                                || report.id().equals(name))
                        .findFirst())
                .orElseThrow(() -> new Failure.NotFound(
                                "There is no account '%s'; ./gateway accounts list shows all".formatted(shown(name)))
                        .asException());
    }

    /// One that can serve, or could if it were not frozen.
    Account account(String name) {
        var report = find(name);
        return folder.accounts().stream()
                .filter(account -> account.file().equals(report.file()))
                .findFirst()
                .orElseThrow(() -> new Failure.InvalidRequest("%s is not in the pool: %s"
                                .formatted(report.file(), report.problem() == null ? "" : report.problem()))
                        .asException());
    }

    private List<AccountReport> all(PoolSnapshot snapshot) {
        var accounts = new HashMap<AccountId, Account>();
        folder.accounts().forEach(account -> accounts.put(account.id(), account));
        var problems = new HashMap<String, SkippedFile>();
        folder.skipped().forEach(skipped -> problems.put(skipped.file(), skipped));
        var reports = new ArrayList<AccountReport>();
        for (var member : snapshot.accounts()) {
            reports.add(report(member, accounts.get(member.id()), problems.remove(member.file())));
        }
        problems.values().forEach(skipped -> reports.add(report(skipped)));
        reports.sort(Comparator.comparing(AccountReport::file));
        return reports;
    }

    private static AccountReport report(
            PoolSnapshot.Member member, @Nullable Account account, @Nullable SkippedFile problem) {
        var parked = member.parked();
        return new AccountReport(
                member.id().value(),
                member.file(),
                word(member.state()),
                account == null ? null : word(account.backend()),
                account == null ? null : account.projectId(),
                report(member.freeze()),
                parked == null
                        ? null
                        : new AccountReport.ParkedReport(
                                parked.cause(), parked.since().toString(), parked.remedy()),
                problem == null ? null : problem.reason(),
                member.mean(),
                member.inFlight(),
                member.models().stream().map(Reports::report).toList());
    }

    private static AccountReport report(SkippedFile skipped) {
        return AccountReport.outside(
                AccountId.ofFile(skipped.file()).value(),
                skipped.file(),
                skipped.disabled() ? AccountReport.DISABLED : AccountReport.SKIPPED,
                skipped.reason());
    }

    private static AccountReport.ModelReport report(PoolSnapshot.Arm arm) {
        var latency = arm.latency();
        return new AccountReport.ModelReport(
                arm.model().value(),
                word(arm.state()),
                arm.mean(),
                arm.alpha(),
                arm.beta(),
                arm.inFlight(),
                latency == null ? null : latency.toMillis(),
                report(arm.freeze()));
    }

    private static AccountReport.@Nullable FreezeReport report(@Nullable Freeze freeze) {
        return freeze == null
                ? null
                : new AccountReport.FreezeReport(
                        freeze.cause().wireName(),
                        freeze.since().toString(),
                        freeze.probeFrom().toString(),
                        freeze.until().toString(),
                        freeze.level(),
                        freeze.remedy().isEmpty() ? null : freeze.remedy());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String shown(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "..." : name;
    }
}
