package io.geminigateway.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One file of the folder: the account that it stands for, why it has none, and what we have yet to write into it.
/// Not thread-safe, and blocks: it belongs to the folder's file thread.
final class AccountFile {
    private static final String DISABLED = "disabled";

    private final Path path;
    private final String name;

    private @Nullable FileStamp stamp;
    private Instant lookedAt = Instant.MIN;
    private byte @Nullable [] content;

    private @Nullable Account account;
    private @Nullable SkippedFile problem;
    /// As the file holds it; the account's own is the one it began with.
    private @Nullable Secret refreshToken;
    private @Nullable Unsaved unsaved;

    AccountFile(Path path) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
    }

    AccountId id() {
        return AccountId.ofFile(name);
    }

    String name() {
        return name;
    }

    /// The account that serves; while the file is torn or unreadable, the one that it held before.
    Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    Optional<SkippedFile> problem() {
        return Optional.ofNullable(problem);
    }

    /// What two files must not share: a login would be refreshed twice, a quota counted twice.
    Optional<Object> credential() {
        return account().map(known -> switch (known.credentials()) {
            case Credentials.ApiKey apiKey -> apiKey.key();
            case Credentials.Login login -> refreshToken == null ? login.refreshToken() : refreshToken;
            // One key serves several projects and locations, each with a quota of its own.
            case Credentials.ServiceAccount key -> Arrays.asList(key.email(), known.projectId(), known.location());
        });
    }

    /// Reads the file again if it may have changed. True when somebody else than us has changed it.
    boolean look(Instant now) {
        try {
            var seen = FileStamp.of(path);
            if (seen.equals(stamp) && seen.wasSettledAt(lookedAt)) {
                return false;
            }
            var read = read();
            if (!FileStamp.of(path).equals(seen)) {
                return false; // somebody is writing it just now: next time
            }
            stamp = seen;
            lookedAt = now;
            if (Arrays.equals(read, content)) {
                return false;
            }
            content = read;
            var reading = AccountReader.read(name, read);
            take(reading);
            return !(reading instanceof Reading.Torn);
        } catch (IOException unreadable) {
            content = null;
            stamp = null;
            problem = torn("it cannot be read: " + reason(unreadable));
            return false;
        }
    }

    void remember(Unsaved newer) {
        unsaved = unsaved == null ? newer : unsaved.and(newer);
        account = account == null ? null : discovered(account);
    }

    boolean hasUnsaved() {
        return unsaved != null;
    }

    /// Writes what is to be written into the file as it stands now. Does nothing if it is gone, or torn just now.
    void write(FileReplacer replacer) throws IOException {
        if (unsaved == null) {
            return;
        }
        try {
            var before = read();
            var json = AccountReader.parse(before);
            var edited = unsaved.appliedTo(json);
            if (edited.isPresent()) {
                replacer.replace(path, edited.get().text());
                written(before, json, edited.get());
            }
            unsaved = null;
        } catch (NoSuchFileException _) {
            unsaved = null;
        } catch (JsonSyntaxException _) {
            // Tried again later: whoever is writing the file will be done then.
        }
    }

    /// Writes whether the account is to be left out; the next look takes notice.
    void disable(boolean disabled, FileReplacer replacer) throws IOException {
        try {
            var json = AccountReader.parse(read());
            if (json.isTrue(DISABLED) != disabled) {
                replacer.replace(path, json.withTruth(disabled, DISABLED).text());
            }
        } catch (JsonSyntaxException torn) {
            throw new IOException("it is not valid JSON: " + torn.getMessage(), torn);
        }
    }

    /// Our own writing is no news, unless it sits on top of a change that we have not looked at yet.
    private void written(byte[] before, JsonText was, JsonText is) {
        if (Arrays.equals(before, content)) {
            content = is.text().getBytes(StandardCharsets.UTF_8);
        }
        if (refreshToken != null && new AccountFields(was).holdsRefreshToken(refreshToken)) {
            refreshToken = new AccountFields(is).refreshToken().orElse(refreshToken);
        }
    }

    private void take(Reading reading) {
        switch (reading) {
            case Reading.Usable usable -> {
                problem = null;
                account = discovered(sameLogin(usable.account()));
            }
            case Reading.Disabled _ -> {
                problem = new SkippedFile(name, "it says that it is disabled", true);
                account = null;
            }
            case Reading.Refused refused -> {
                problem = new SkippedFile(name, refused.reason(), false);
                account = null;
            }
            case Reading.Torn torn -> problem = torn(torn.reason());
        }
    }

    /// Credentials stay the same object as long as the login does: newer tokens in the file change nothing, since
    /// those in memory are as new or newer. So equal credentials mean that a refresh under way is still wanted.
    private Account sameLogin(Account read) {
        if (!(read.credentials() instanceof Credentials.Login login)) {
            return read;
        }
        var sameToken = login.refreshToken().equals(refreshToken);
        refreshToken = login.refreshToken();
        return sameToken
                        && account != null
                        && account.credentials() instanceof Credentials.Login before
                        && Objects.equals(login.client(), before.client())
                ? read.withCredentials(before)
                : read;
    }

    /// With the project that was found for it, while its file names none.
    private Account discovered(Account known) {
        return unsaved == null || unsaved.project() == null || known.projectId() != null
                ? known
                : known.withProject(unsaved.project());
    }

    private SkippedFile torn(String reason) {
        var addition = account == null ? "" : "; the account that it held before goes on serving";
        return new SkippedFile(name, reason + addition, false);
    }

    private byte[] read() throws IOException {
        try (var stream = Files.newInputStream(path)) {
            return stream.readNBytes(AccountReader.LARGEST + 1);
        }
    }

    static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "it is gone, or links to nothing";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
