package io.geminigateway.account;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The accounts folder: who is in it, who comes and goes, and the place where fresh tokens are kept.
/// Thread-safe: the files belong to one thread, which looks and writes in turn; `roster` is what others see.
public final class AccountFolder implements TokenStore, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AccountFolder.class);

    private static final Duration LEFTOVER_AGE = Duration.ofMinutes(1);
    private static final Duration SAVE_RETRY = Duration.ofMinutes(1);

    private final FolderListing listing;
    private final FileReplacer replacer;
    private final InstantSource clock;
    private final AccountLog accountLog = new AccountLog();
    private final List<AccountListener> listeners = new CopyOnWriteArrayList<>(List.of(accountLog));
    private final FileThread thread = new FileThread();

    private final Map<String, AccountFile> files = new TreeMap<>();
    /// The files whose saving fails, and the folder itself while it cannot be read: said once, not every second.
    private final Set<Path> failing = new HashSet<>();

    private volatile Roster roster = Roster.EMPTY;
    private volatile Saving saving = Saving.NONE;

    private AccountFolder(FolderListing listing, FileReplacer replacer, InstantSource clock) {
        this.listing = listing;
        this.replacer = replacer;
        this.clock = clock;
    }

    /// Loads the folder, and creates it if it is missing; fails if it cannot be read, with a message for the operator.
    public static AccountFolder open(Path path, InstantSource clock) throws IOException {
        return open(path, new AtomicReplacer(), clock);
    }

    static AccountFolder open(Path path, FileReplacer replacer, InstantSource clock) throws IOException {
        var folder = new AccountFolder(FolderListing.open(path), replacer, clock);
        try {
            AtomicReplacer.removeLeftovers(path, clock.instant().minus(LEFTOVER_AGE));
        } catch (IOException failure) {
            log.warn("Temporary files in the accounts folder cannot be removed: {}", failure.toString());
        }
        folder.look();
        return folder;
    }

    /// Those who can serve, in the order of their files' names.
    public List<Account> accounts() {
        return roster.accounts();
    }

    /// The files that are not used as they stand.
    public List<SkippedFile> skipped() {
        return roster.skipped();
    }

    /// How the writing goes.
    public Saving saving() {
        return saving;
    }

    /// From now on. Nothing changes before [#watch], so reading [#accounts] first misses nobody.
    public void listen(AccountListener listener) {
        listeners.add(listener);
    }

    /// Looks for changes every `interval` from now on.
    public void watch(Duration interval) {
        // Not by inotify: it does not see what the host writes into a folder that is mounted into a container.
        thread.every(interval, this::lookAround);
        thread.every(SAVE_RETRY, this::writeUnsaved);
    }

    @Override
    public void save(AccountId account, Tokens tokens) {
        keep(account, Unsaved.tokens(tokens));
    }

    /// Notes the project that was found for an account, in its file too, unless that names one meanwhile.
    public void saveProject(AccountId account, String projectId) {
        keep(account, Unsaved.project(projectId));
    }

    /// Takes the account in this file out, or lets it serve again, by a word in the file: so it outlives this
    /// process. Completes on the folder's own thread once the change is in force; fails with the sentence to
    /// tell a person.
    public Future<Void> disable(String file, boolean disabled) {
        var done = Promise.<Void>promise();
        var accepted = thread.execute(() -> {
            try {
                known(file).disable(disabled, replacer);
                lookAround();
                done.complete();
            } catch (IOException failure) {
                done.fail(new IOException("%s: %s".formatted(file, AccountFile.reason(failure)), failure));
            } catch (RuntimeException bug) {
                done.fail(bug);
            }
        });
        return accepted ? done.future() : Future.failedFuture(new IOException("The gateway is shutting down"));
    }

    private AccountFile known(String file) throws NoSuchFileException {
        var known = files.get(file);
        if (known == null) {
            throw new NoSuchFileException(file, null, "there is no such file");
        }
        return known;
    }

    /// Stops watching, and writes what is still to be written.
    @Override
    public void close() {
        thread.close();
    }

    /// Looks at once; returns when that and every save before it is done.
    void look() {
        thread.await(this::lookAround);
    }

    /// Tries again what could not be saved.
    void retrySaving() {
        thread.await(this::writeUnsaved);
    }

    private void lookAround() {
        Set<String> names;
        try {
            names = listing.names();
            failing.remove(listing.folder());
            saving = saving.failing(!failing.isEmpty());
        } catch (IOException unreadable) {
            // More likely a mount that went away than a person who deleted everything at once.
            saving = saving.failing(true);
            if (failing.add(listing.folder())) {
                log.error("Accounts folder cannot be read, its accounts go on serving: {}", unreadable.toString());
            }
            return;
        }
        files.keySet().retainAll(names);
        var now = clock.instant();
        var touched = new HashSet<AccountId>();
        for (var name : names) {
            var file = files.computeIfAbsent(name, known -> new AccountFile(listing.file(known)));
            if (file.look(now)) {
                touched.add(file.id());
            }
        }
        publish(touched);
    }

    private void publish(Set<AccountId> touched) {
        var before = roster;
        var now = Roster.of(files.values(), before);
        roster = now;
        now.skipped().stream().filter(file -> !before.skipped().contains(file)).forEach(accountLog::skipped);
        for (var listener : listeners) {
            FileThread.safely(() -> now.tellNews(before, touched, listener));
        }
    }

    private void keep(AccountId account, Unsaved unsaved) {
        var accepted = thread.execute(() -> {
            for (var file : files.values()) {
                if (file.id().equals(account)) {
                    file.remember(unsaved);
                    write(file);
                }
            }
            // A project that was found shows from now on, but is no news: whoever found it knows.
            roster = Roster.of(files.values(), roster);
        });
        if (!accepted) {
            log.warn("Account not saved account={} reason=\"shutting down\"", account);
        }
    }

    private void writeUnsaved() {
        files.values().stream().filter(AccountFile::hasUnsaved).forEach(this::write);
    }

    private void write(AccountFile file) {
        var path = listing.file(file.name());
        try {
            file.write(replacer);
            if (failing.remove(path)) {
                log.info("Account saved again file={} account={}", path, file.id());
            }
            saving = saving.plusSucceeded().failing(!failing.isEmpty());
        } catch (IOException failure) {
            saving = saving.plusFailed().failing(true);
            if (failing.add(path)) {
                log.error(
                        "Account cannot be saved, it serves from memory until that succeeds "
                                + "file={} account={} reason=\"{}\"",
                        path,
                        file.id(),
                        failure.toString());
            }
        }
    }
}
