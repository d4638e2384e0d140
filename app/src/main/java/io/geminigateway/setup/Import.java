package io.geminigateway.setup;

import io.geminigateway.account.AccountDraft;
import io.geminigateway.account.ForeignText;
import io.geminigateway.account.RefusedFileException;
import io.geminigateway.account.SavedAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Takes over what other programs have: single files, or whole folders of account files.
final class Import {
    private static final String JSON = ".json";

    private final Desk desk;
    private final Optional<String> project;
    private final boolean tested;

    Import(Desk desk, Optional<String> project, boolean tested) {
        this.desk = desk;
        this.project = project;
        this.tested = tested;
    }

    /// How many accounts could not be taken over; each was told.
    int take(Path source) throws IOException {
        if (!Files.isDirectory(source)) {
            return takeFile(source);
        }
        List<Path> files;
        try (var inside = Files.list(source)) {
            files = inside.filter(file -> file.toString().endsWith(JSON))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            desk.page().bad("%s: there is no account file (*.json) in this folder".formatted(source));
            return 1;
        }
        var failed = 0;
        for (var file : files) {
            failed += takeFile(file);
        }
        return failed;
    }

    private int takeFile(Path source) throws IOException {
        desk.page().plain(source.toString());
        List<ForeignText.Found> all;
        try {
            all = ForeignText.read(Files.readString(source), project);
        } catch (RefusedFileException refused) {
            desk.page().bad(String.valueOf(refused.getMessage()));
            return 1;
        } catch (NoSuchFileException missing) {
            desk.page().bad("There is no such file.");
            return 1;
        } catch (IOException unreadable) {
            desk.page().bad("This file cannot be read: " + unreadable.getMessage());
            return 1;
        }
        var failed = 0;
        for (var found : all) {
            failed += takeOne(found, name(source, found, all.size())) ? 0 : 1;
        }
        return failed;
    }

    private boolean takeOne(ForeignText.Found found, String name) throws IOException {
        if (found.isBorrowed()) {
            desk.page()
                    .warm(
                            "This login was made by a tool of Google's own. Google forbids its use elsewhere and may suspend"
                                    + " the account; it also needs that tool's OAuth client, which the gateway does not have.");
        }
        try {
            var draft = AccountDraft.of("new.json", found.text());
            return tested ? new Trial(desk).save(draft, name) : new Trial(desk).saveUntested(draft, name);
        } catch (SetupException told) {
            desk.page().bad(String.valueOf(told.getMessage()));
            return false;
        } catch (RefusedFileException refused) {
            var way = String.valueOf(refused.getMessage()).contains("projectId") ? "; or name one: --project ID" : "";
            desk.page().bad(refused.getMessage() + way);
            return false;
        }
    }

    private String name(Path source, ForeignText.Found found, int count) {
        if (found.nameHint().isPresent()) {
            return found.nameHint().get();
        }
        var base = String.valueOf(source.getFileName()).replaceFirst("\\.[^.]*$", "");
        var name = SavedAccounts.isName(base) ? base : "imported";
        if (count == 1) {
            return name;
        }
        var free = desk.saved().freeName(name);
        return free.substring(0, free.length() - JSON.length());
    }
}
