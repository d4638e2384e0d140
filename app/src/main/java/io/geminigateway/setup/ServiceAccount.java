package io.geminigateway.setup;

import io.geminigateway.account.AccountDraft;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.RefusedFileException;
import io.geminigateway.setup.Question.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds a service account by the key file that Google Cloud hands out.
final class ServiceAccount {
    private final Desk desk;

    ServiceAccount(Desk desk) {
        this.desk = desk;
    }

    boolean add() throws IOException {
        var file = desk.answers()
                .type(Text.of("key-file", "Path of the key file")
                        .noting("IAM & Admin > Service accounts > Keys > Add key, in JSON:"
                                + " https://console.cloud.google.com/iam-admin/serviceaccounts")
                        .refusing(ServiceAccount::objection));
        var location = desk.answers().type(GoogleLogin.location());
        var draft = located(read(file), location);
        return new Trial(desk).save(draft, draft.account().project().orElse(""));
    }

    private static AccountDraft located(AccountDraft draft, String location) {
        try {
            return location.equals(draft.account().location()) ? draft : draft.withLocation(location);
        } catch (RefusedFileException refused) {
            throw new SetupException(String.valueOf(refused.getMessage()));
        }
    }

    private static AccountDraft read(String file) {
        try {
            return AccountDraft.of("new.json", Files.readString(path(file)));
        } catch (IOException | RefusedFileException gone) {
            throw new SetupException("%s cannot be used: %s".formatted(file, gone.getMessage()));
        }
    }

    private static Optional<String> objection(String file) {
        @Nullable String problem = null;
        try {
            var draft = AccountDraft.of("new.json", Files.readString(path(file)));
            if (!(draft.account().credentials() instanceof Credentials.ServiceAccount)) {
                problem = "this is another kind of account; ./gateway accounts import takes it";
            }
        } catch (RefusedFileException refused) {
            problem = String.valueOf(refused.getMessage());
        } catch (IOException unreadable) {
            problem = "there is no such file that can be read";
        } catch (IllegalArgumentException noPath) {
            problem = "this is no path";
        }
        return Optional.ofNullable(problem).map(words -> "%s: %s".formatted(file, words));
    }

    /// As a shell would read it: people drag files into terminals, and quotes come along.
    private static Path path(String typed) {
        var bare = typed.replaceAll("^['\"]|['\"]$", "");
        return Path.of(bare.startsWith("~/") ? System.getProperty("user.home") + bare.substring(1) : bare);
    }
}
