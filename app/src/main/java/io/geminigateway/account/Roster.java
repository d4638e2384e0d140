package io.geminigateway.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who serves and which files do not, at one moment; both in the order of their files' names.
record Roster(List<Account> accounts, List<SkippedFile> skipped) {
    static final Roster EMPTY = new Roster(List.of(), List.of());

    Roster {
        accounts = List.copyOf(accounts);
        skipped = List.copyOf(skipped);
    }

    /// Of several files with the same credential one serves: the one that does already, else the first by name.
    static Roster of(Collection<AccountFile> files, Roster before) {
        var accounts = new ArrayList<Account>();
        var skipped = new ArrayList<SkippedFile>();
        var owners = new HashMap<Object, String>();
        files.stream()
                .sorted(Comparator.comparing(
                                (AccountFile file) -> before.account(file.id()).isEmpty())
                        .thenComparing(AccountFile::name))
                .forEach(file -> {
                    file.problem().ifPresent(skipped::add);
                    var owner = file.credential().map(credential -> owners.putIfAbsent(credential, file.name()));
                    owner.ifPresentOrElse(
                            other -> skipped.add(
                                    new SkippedFile(file.name(), "it holds the same credential as " + other, false)),
                            () -> file.account().ifPresent(accounts::add));
                });
        accounts.sort(Comparator.comparing(Account::file));
        skipped.sort(Comparator.comparing(SkippedFile::file));
        return new Roster(accounts, skipped);
    }

    Optional<Account> account(AccountId id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /// Tells what is new since `before`; an account in `touched` counts as changed even if it reads the same.
    void tellNews(Roster before, Set<AccountId> touched, AccountListener listener) {
        before.accounts.stream()
                .filter(account -> account(account.id()).isEmpty())
                .forEach(listener::removed);
        for (var account : accounts) {
            before.account(account.id())
                    .ifPresentOrElse(
                            was -> {
                                if (touched.contains(account.id()) || !was.equals(account)) {
                                    listener.changed(was, account);
                                }
                            },
                            () -> listener.added(account));
        }
    }
}
