package io.geminigateway.setup;

import io.geminigateway.account.AccountDraft;
import io.geminigateway.account.AccountText;
import io.geminigateway.account.ForeignText;
import io.geminigateway.account.RefusedFileException;
import io.geminigateway.account.SavedAccounts;
import io.geminigateway.account.Secret;
import io.geminigateway.setup.Question.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Adds API keys, one or several at once.
final class ApiKeys {
    static final String KEYS = "keys-file";
    private static final String USUAL = "gemini";

    private final Desk desk;

    ApiKeys(Desk desk) {
        this.desk = desk;
    }

    /// Whether all of them are there now.
    boolean add() throws IOException {
        var keys = keys(desk.answers()
                .type(Text.of(KEYS, "API key")
                        .noting("From https://aistudio.google.com/apikey; paste several at once, one a line.")
                        .masked()
                        .severalLines()
                        .refusing(ApiKeys::objection)));
        var name = name(keys.size());
        var good = true;
        for (var key : keys) {
            if (keys.size() > 1) {
                desk.page().plain("Key %d of %d".formatted(keys.indexOf(key) + 1, keys.size()));
            }
            good &= new Trial(desk).save(draft(key), keys.size() == 1 ? name : free(name));
        }
        return good;
    }

    private String name(int count) {
        return desk.answers()
                .type(Text.of("name", count == 1 ? "A name for this account" : "A name for these accounts")
                        .or(count == 1 ? free(USUAL) : USUAL)
                        .refusing(ApiKeys::noName));
    }

    private String free(String name) {
        var file = desk.saved().freeName(name);
        return file.substring(0, file.length() - ".json".length());
    }

    static Optional<String> noName(String name) {
        return SavedAccounts.isName(name)
                ? Optional.empty()
                : Optional.of("'%s' is not valid: expected letters, digits, '.', '-', '_' or '@'".formatted(name));
    }

    private static AccountDraft draft(Secret key) {
        try {
            return AccountDraft.of("new.json", AccountText.apiKey(key));
        } catch (RefusedFileException impossible) {
            throw new IllegalStateException("a key makes an account", impossible);
        }
    }

    private static Optional<String> objection(String typed) {
        try {
            return ForeignText.keys(typed).isEmpty() ? Optional.of("there is no API key in it") : Optional.empty();
        } catch (RefusedFileException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static List<Secret> keys(String typed) {
        try {
            return ForeignText.keys(typed);
        } catch (RefusedFileException impossible) {
            throw new IllegalStateException("it was just read", impossible);
        }
    }
}
