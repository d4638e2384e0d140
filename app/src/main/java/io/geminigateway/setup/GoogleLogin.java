package io.geminigateway.setup;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountDraft;
import io.geminigateway.account.AccountText;
import io.geminigateway.account.Backend;
import io.geminigateway.account.CredentialException;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.LoginGrant;
import io.geminigateway.account.RefusedFileException;
import io.geminigateway.setup.Question.Choice;
import io.geminigateway.setup.Question.Confirm;
import io.geminigateway.setup.Question.Option;
import io.geminigateway.setup.Question.Text;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/// Adds a Google account: the person signs in with a browser, by the operator's own OAuth client.
final class GoogleLogin {
    private static final String VERTEX = "vertex";
    private static final String TERMS = """
            Before you go on, in short what Google's terms say:
            - API keys and Vertex AI are the supported ways. Use them if you can.
            - Code Assist is closed to personal accounts since June 2026. It serves Standard and Enterprise licences, \
            and only through an OAuth client whose project Google lets in.
            - The OAuth client has to be your own. Borrowing that of a tool of Google's can cost you the account.""";

    private final Desk desk;
    private final SignIn signIn;
    private final ClientForm form;

    GoogleLogin(Desk desk, SignIn signIn) {
        this.desk = desk;
        this.signIn = signIn;
        this.form = new ClientForm(desk); // filled in once for all accounts of this run
    }

    boolean add() throws IOException {
        var backend = backend();
        if (!termsAreRead()) {
            return false;
        }
        form.client();
        var project = project(backend);
        var location = backend == Backend.VERTEX ? desk.answers().type(location()) : Account.GLOBAL;
        var grant = signedIn();
        if (grant.isEmpty()) {
            desk.page().plain("Nothing was saved.");
            return false;
        }
        grant.get().email().ifPresent(email -> desk.page().good("Signed in as " + email));
        var draft = draft(
                AccountText.login(grant.get(), form.client(), backend, project.isEmpty() ? null : project), location);
        var saved = new Trial(desk).save(draft, project);
        if (saved) {
            form.saveIfWanted();
        }
        return saved;
    }

    static Text location() {
        return Text.of("location", "Location")
                .noting("Where Vertex AI serves from: global, or a region such as europe-west4.")
                .or(Account.GLOBAL)
                .refusing(place -> place.matches("[a-z0-9-]+")
                        ? Optional.empty()
                        : Optional.of("'%s' is no location: expected global, europe-west4, ...".formatted(place)));
    }

    private Backend backend() {
        var word = desk.answers()
                .choose(new Choice(
                        "backend",
                        "What may this account use?",
                        new Option(VERTEX, "Vertex AI", "a Google Cloud project with billing"),
                        new Option("code-assist", "Code Assist", "a Standard or Enterprise licence")));
        return word.equals(VERTEX) ? Backend.VERTEX : Backend.CODE_ASSIST;
    }

    /// Told once: whoever has such an account here has read it.
    private boolean termsAreRead() throws IOException {
        var known = desk.saved().list().stream()
                .map(saved -> saved.account())
                .filter(Objects::nonNull)
                .anyMatch(account -> account.credentials() instanceof Credentials.Login);
        if (known) {
            return true;
        }
        if (!desk.answers().knows("accept-terms")) {
            desk.page().blank();
            desk.page().plain(TERMS);
            desk.page().blank();
        }
        if (!desk.answers().confirm(new Confirm("accept-terms", "I have read this; go on", false))) {
            desk.page().plain("Nothing was saved. Without questions, --accept-terms says yes.");
            return false;
        }
        return true;
    }

    private String project(Backend backend) {
        var question = Text.of("project", "Project ID")
                .noting(
                        backend == Backend.VERTEX
                                ? "The ID, not the name or number: https://console.cloud.google.com/cloud-resource-manager"
                                : "The ID of the project with the licence; empty to take the one that Google names.")
                .refusing(GoogleLogin::noProject);
        return desk.answers().type(backend == Backend.VERTEX ? question : question.or(""));
    }

    private static Optional<String> noProject(String id) {
        if (id.matches("[0-9]+")) {
            return Optional.of("'%s' is the project's number; its ID is a word such as my-project-123".formatted(id));
        }
        return id.isEmpty() || id.matches("[A-Za-z][A-Za-z0-9._:-]{2,99}")
                ? Optional.empty()
                : Optional.of("'%s' is no project ID: small letters, digits and '-'".formatted(id));
    }

    private Optional<LoginGrant> signedIn() throws IOException {
        while (true) {
            try {
                var grant = signIn.with(form.client());
                if (grant.isPresent()) {
                    return grant;
                }
            } catch (CredentialException refused) {
                desk.page().bad(String.valueOf(refused.getMessage()));
                if (refused.kind() == CredentialException.Kind.MISCONFIGURED) {
                    form.refused();
                }
            }
            if (!desk.answers().isInteractive()
                    || !desk.answers().confirm(new Confirm("again", "Sign in again?", true))) {
                return Optional.empty();
            }
        }
    }

    private static AccountDraft draft(String text, String location) {
        try {
            var draft = AccountDraft.of("new.json", text);
            return location.equals(Account.GLOBAL) ? draft : draft.withLocation(location);
        } catch (RefusedFileException refused) {
            throw new SetupException("This makes no account: " + refused.getMessage());
        }
    }
}
