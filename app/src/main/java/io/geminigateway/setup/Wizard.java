package io.geminigateway.setup;

import io.geminigateway.account.RefusedFileException;
import io.geminigateway.account.SavedAccounts.Saved;
import io.geminigateway.setup.Question.Choice;
import io.geminigateway.setup.Question.Confirm;
import io.geminigateway.setup.Question.Option;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The wizard's menu: add, list, test and remove accounts, until the person has enough. What the command line has
/// already said is done once.
final class Wizard {
    private static final String ADD = "add";

    private final Desk desk;
    private final GoogleLogin logins;

    Wizard(Desk desk, SignIn signIn) {
        this.desk = desk;
        this.logins = new GoogleLogin(desk, signIn);
    }

    /// Whether all that was wanted was done.
    boolean run() throws IOException {
        var once = desk.answers().knows("do")
                || desk.answers().knows("kind")
                || !desk.answers().isInteractive();
        if (desk.answers().isInteractive()) {
            welcome();
        }
        while (true) {
            var good = true;
            switch (once && desk.answers().knows("kind") ? ADD : menu()) {
                case ADD -> good = add();
                case "list" -> list();
                case "test" -> good = test();
                case "remove" -> remove();
                default -> {
                    return true;
                }
            }
            if (once) {
                return good;
            }
            desk.page().blank();
        }
    }

    private void welcome() throws IOException {
        var count = desk.saved().list().size();
        desk.page()
                .title(
                        "Gemini Gateway setup",
                        count == 0
                                ? "no account yet"
                                : "%d account%s in %s"
                                        .formatted(
                                                count,
                                                count == 1 ? "" : "s",
                                                desk.place().shown(desk.saved().folder())));
    }

    private String menu() throws IOException {
        var options = new ArrayList<Option>();
        options.add(new Option(ADD, "Add a new Gemini account"));
        if (!desk.saved().list().isEmpty()) {
            options.add(new Option("list", "List the accounts"));
            options.add(new Option("test", "Test accounts", "one small call each"));
            options.add(new Option("remove", "Remove an account"));
        }
        options.add(new Option("exit", "Exit"));
        return desk.answers().choose(new Choice("do", "What would you like to do?", options));
    }

    private boolean add() throws IOException {
        var kind = desk.answers()
                .choose(new Choice(
                        "kind",
                        "Which kind of account?",
                        new Option("api-key", "API key", "recommended: free to begin with, made in a minute"),
                        new Option("google", "Google account", "sign in with your browser; Vertex AI or Code Assist"),
                        new Option(
                                "service-account", "Service account file", "a key file from Google Cloud; Vertex AI")));
        var good = switch (kind) {
            case "api-key" -> new ApiKeys(desk).add();
            case "google" -> logins.add();
            default -> new ServiceAccount(desk).add();
        };
        if (good) {
            desk.page()
                    .note("Next: ./gateway serves it at %s"
                            .formatted(desk.place().baseUrl()));
        }
        return good;
    }

    private void list() throws IOException {
        var accounts = desk.saved().list();
        if (accounts.isEmpty()) {
            desk.page().plain("There is no account yet.");
        }
        var widest =
                accounts.stream().mapToInt(saved -> saved.file().length()).max().orElse(0);
        for (var saved : accounts) {
            var name = saved.file() + " ".repeat(widest - saved.file().length());
            desk.page().plain("%s  %s".formatted(name, described(saved)));
        }
    }

    private static String described(Saved saved) {
        var account = saved.account();
        if (account == null) {
            return saved.disabled() ? "disabled" : "cannot be used: " + saved.problem();
        }
        return account.backend().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + account.project().map(project -> "  " + project).orElse("");
    }

    private boolean test() throws IOException {
        var good = true;
        for (var file : chosen("Which one?", true)) {
            desk.page().plain(file);
            try {
                var draft = desk.saved().draft(file);
                var before = draft.text();
                good &= new Trial(desk).answers(draft);
                if (!draft.text().equals(before)) {
                    desk.saved().replace(draft); // a fresh token, or its project
                }
            } catch (RefusedFileException refused) {
                desk.page().bad(String.valueOf(refused.getMessage()));
                good = false;
            }
        }
        return good;
    }

    private void remove() throws IOException {
        for (var file : chosen("Which one shall go?", false)) {
            if (desk.answers()
                    .confirm(new Confirm(
                            "yes", "Delete %s? Its credentials are gone then.".formatted(desk.path(file)), false))) {
                desk.saved().remove(file);
                desk.page().good("Removed " + desk.path(file));
            } else {
                desk.page().plain("It stays.");
            }
        }
    }

    private List<String> chosen(String text, boolean all) throws IOException {
        var files = desk.saved().list().stream().map(Saved::file).toList();
        if (files.isEmpty()) {
            throw new SetupException("There is no account yet.");
        }
        var options = new ArrayList<Option>();
        if (all) {
            options.add(new Option("all", "All of them"));
        }
        files.forEach(file -> options.add(new Option(file, file)));
        var word = desk.answers().choose(new Choice("account", text, options));
        return word.equals("all") ? files : List.of(word);
    }
}
