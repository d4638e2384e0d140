package io.geminigateway.setup;

import io.geminigateway.account.AccountDraft;
import io.geminigateway.account.SavedAccounts;
import io.geminigateway.admin.TestResult;
import io.geminigateway.setup.Question.Choice;
import io.geminigateway.setup.Question.Option;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Tries an account with one small real call, and saves it when it has answered.
final class Trial {
    private static final String REPLACE = "replace";
    private static final String KEEP_BOTH = "keep-both";
    private static final String SKIP = "skip";

    private final Desk desk;

    Trial(Desk desk) {
        this.desk = desk;
    }

    /// Whether there is such an account now. `name` is what its file should be called, without `.json`; a project that
    /// the trial finds is a better one than `new`.
    boolean save(AccountDraft draft, String name) throws IOException {
        var twin = desk.saved().fileOf(draft);
        if (twin.isPresent()) {
            return isThere(twin.get());
        }
        if (!passes(draft)) {
            return false;
        }
        var found = draft.account().project().filter(SavedAccounts::isName);
        return put(draft, name.isEmpty() ? found.orElse("google") : name);
    }

    /// The same, on the person's own word that it is good.
    boolean saveUntested(AccountDraft draft, String name) throws IOException {
        var twin = desk.saved().fileOf(draft);
        if (twin.isPresent()) {
            return isThere(twin.get());
        }
        return put(draft, name);
    }

    /// The call, and what came of it in words.
    boolean answers(AccountDraft draft) {
        desk.page().note("Trying it with one small call ...");
        var result = desk.google().test(draft);
        if (result.ok()) {
            desk.page().good("It answers: %s, %.1f s".formatted(result.model(), result.millis() / 1000.0));
            return true;
        }
        if (Advice.isAtItsLimit(result)) {
            desk.page().warm("It works, but is at its limit just now. It will serve when Google lets it.");
            return true;
        }
        tell(result, draft);
        return false;
    }

    private boolean isThere(String file) {
        desk.page().good("This account is there already: %s. Nothing to do.".formatted(desk.path(file)));
        return true;
    }

    private void tell(TestResult result, AccountDraft draft) {
        var message = result.message() == null ? "no reason given" : result.message();
        desk.page()
                .bad(result.status() == null ? message : "Google says no (%d): %s".formatted(result.status(), message));
        desk.page().plain("\u2192 " + Advice.of(result, draft.account()));
    }

    private boolean passes(AccountDraft draft) {
        while (!answers(draft)) {
            switch (afterFailure()) {
                case "retry" -> {}
                case "save" -> {
                    return true;
                }
                default -> {
                    desk.page().plain("Nothing was saved.");
                    return false;
                }
            }
        }
        return true;
    }

    private String afterFailure() {
        var options = List.of(
                new Option("retry", "Try again", "when you have done that"),
                new Option("save", "Save it anyway"),
                new Option(SKIP, "Leave it", "nothing is saved"));
        if (desk.answers().isInteractive()) {
            return desk.answers().choose(new Choice("if-refused", "And now?", options));
        }
        return desk.answers().knows("if-refused") // nobody is there to mend anything: trying again is no choice
                ? desk.answers().choose(new Choice("if-refused", "And now?", options.subList(1, 3)))
                : SKIP;
    }

    private boolean put(AccountDraft draft, String name) throws IOException {
        var file = name + ".json";
        if (!desk.saved().holds(file)) {
            return saved(draft.named(file));
        }
        return switch (whatOfTheOld(file)) {
            case REPLACE -> {
                var named = draft.named(file);
                desk.saved().replace(named);
                yield told(named);
            }
            case KEEP_BOTH -> saved(draft.named(desk.saved().freeName(name)));
            default -> {
                desk.page().plain("%s stays as it was. Nothing was saved.".formatted(desk.path(file)));
                yield false;
            }
        };
    }

    private String whatOfTheOld(String file) {
        if (!desk.answers().isInteractive() && !desk.answers().knows("if-taken")) {
            throw new SetupException(
                    "%s is there already: say --if-taken keep-both, replace or skip".formatted(desk.path(file)));
        }
        return desk.answers()
                .choose(new Choice(
                        "if-taken",
                        "%s is there already".formatted(desk.path(file)),
                        new Option(KEEP_BOTH, "Keep both", desk.saved().freeName(file.substring(0, file.length() - 5))),
                        new Option(REPLACE, "Replace it", "the old credentials are gone then"),
                        new Option(SKIP, "Leave it", "nothing is saved")));
    }

    private boolean saved(AccountDraft draft) throws IOException {
        desk.saved().add(draft);
        return told(draft);
    }

    private boolean told(AccountDraft draft) {
        var account = draft.account();
        desk.page()
                .good("Saved %s  (%s%s)"
                        .formatted(
                                desk.path(draft.file()),
                                account.backend()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '),
                                account.project().map(project -> ", " + project).orElse("")));
        return true;
    }
}
