package io.geminigateway.account;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// An account file that is tried out before it is saved: what the trial brings, fresh tokens or a project, goes into
/// it.
/// Thread-safe: guarded by itself.
public final class AccountDraft implements TokenStore {
    private final String file;
    private JsonText text;
    private Account account;

    private AccountDraft(String file, JsonText text, Account account) {
        this.file = file;
        this.text = text;
        this.account = account;
    }

    /// `file` is the name that it is to have in the accounts folder.
    public static AccountDraft of(String file, String text) throws RefusedFileException {
        return switch (AccountReader.read(file, text.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Usable usable -> new AccountDraft(file, parsed(text), usable.account());
            case Reading.Disabled _ -> throw new RefusedFileException("it says that it is disabled");
            case Reading.Refused refused -> throw new RefusedFileException(refused.reason());
            case Reading.Torn torn -> throw new RefusedFileException(torn.reason());
        };
    }

    public String file() {
        return file;
    }

    public synchronized Account account() {
        return account;
    }

    /// What to save. Holds secrets.
    public synchronized String text() {
        return text.text();
    }

    /// The same account under another name.
    public synchronized AccountDraft named(String otherFile) {
        try {
            return of(otherFile, text.text());
        } catch (RefusedFileException impossible) {
            throw new IllegalStateException("a name makes no account wrong", impossible);
        }
    }

    public AccountDraft withProject(String projectId) throws RefusedFileException {
        return of(file, edited(projectId, "projectId"));
    }

    public AccountDraft withLocation(String location) throws RefusedFileException {
        return of(file, edited(location, "location"));
    }

    /// Whether both prove themselves with the same: then one of them is enough.
    public boolean isSameAs(Account other) {
        return switch (account().credentials()) {
            case Credentials.ApiKey mine -> mine.equals(other.credentials());
            case Credentials.Login mine ->
                other.credentials() instanceof Credentials.Login theirs
                        && mine.refreshToken().equals(theirs.refreshToken());
            case Credentials.ServiceAccount mine ->
                other.credentials() instanceof Credentials.ServiceAccount theirs
                        && mine.email().equals(theirs.email())
                        && Objects.equals(account().projectId(), other.projectId())
                        && account().location().equals(other.location());
        };
    }

    @Override
    public void save(AccountId id, Tokens tokens) {
        take(Unsaved.tokens(tokens));
    }

    public void saveProject(String projectId) {
        take(Unsaved.project(projectId));
    }

    private synchronized void take(Unsaved news) {
        news.appliedTo(text).ifPresent(edited -> {
            text = edited;
            if (AccountReader.read(file, edited.text().getBytes(StandardCharsets.UTF_8))
                    instanceof Reading.Usable usable) {
                account = usable.account();
            }
        });
    }

    private synchronized String edited(String value, String name) {
        return text.withString(value, name).text();
    }

    private static JsonText parsed(String text) {
        try {
            return JsonText.parse(text);
        } catch (JsonSyntaxException impossible) {
            throw new IllegalStateException("it was just read", impossible);
        }
    }
}
