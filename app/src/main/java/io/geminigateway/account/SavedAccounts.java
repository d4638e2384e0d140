package io.geminigateway.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The accounts folder as commands see it that run without a gateway: looked at once, not watched. A running gateway
/// takes up what is saved here by itself. Blocks; not thread-safe.
public final class SavedAccounts {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    /// A file of the folder. `problem` says why there is no account in it that can serve.
    public record Saved(
            String file,
            @Nullable Account account,
            @Nullable String problem,
            boolean disabled) {}

    private final Path folder;

    public SavedAccounts(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /// In the order of their names; none if there is no folder.
    public List<Saved> list() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        var saved = new ArrayList<Saved>();
        for (var file : FolderListing.open(folder).names()) {
            saved.add(read(file));
        }
        return saved;
    }

    public boolean holds(String file) {
        return Files.exists(folder.resolve(file));
    }

    /// The name of the file that holds this very account already.
    public Optional<String> fileOf(AccountDraft draft) throws IOException {
        return list().stream()
                .filter(saved -> saved.account() != null && draft.isSameAs(saved.account()))
                .map(Saved::file)
                .findFirst();
    }

    /// What is in a file, to be tried out.
    public AccountDraft draft(String file) throws IOException, RefusedFileException {
        return AccountDraft.of(file, Files.readString(folder.resolve(file)));
    }

    /// Saves a new file, whole or not at all, readable by its owner alone; the folder too, if it is missing. Fails if
    /// there is one of this name.
    public void add(AccountDraft draft) throws IOException {
        FolderListing.open(folder);
        AtomicReplacer.create(folder.resolve(checked(draft.file())), draft.text());
    }

    /// Puts the draft in the place of the file of its name.
    public void replace(AccountDraft draft) throws IOException {
        new AtomicReplacer().replace(folder.resolve(checked(draft.file())), draft.text());
    }

    public void remove(String file) throws IOException {
        Files.delete(folder.resolve(checked(file)));
    }

    /// `name.json`, or `name-2.json` and so on where that is taken.
    public String freeName(String name) {
        var file = name + ".json";
        for (var next = 2; holds(file); next++) {
            file = name + "-" + next + ".json";
        }
        return file;
    }

    /// Whether a file may be called so, without `.json`.
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static String checked(String file) {
        if (!file.endsWith(".json") || !isName(file)) {
            throw new IllegalArgumentException("'%s' is no name for an account file".formatted(file));
        }
        return file;
    }

    private Saved read(String file) {
        try {
            return switch (AccountReader.read(file, Files.readAllBytes(folder.resolve(file)))) {
                case Reading.Usable usable -> new Saved(file, usable.account(), null, false);
                case Reading.Disabled _ -> new Saved(file, null, "it says that it is disabled", true);
                case Reading.Refused refused -> new Saved(file, null, refused.reason(), false);
                case Reading.Torn torn -> new Saved(file, null, torn.reason(), false);
            };
        } catch (IOException unreadable) {
            return new Saved(file, null, "it cannot be read: " + AccountFile.reason(unreadable), false);
        }
    }
}
