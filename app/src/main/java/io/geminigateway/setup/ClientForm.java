package io.geminigateway.setup;

import io.geminigateway.account.OAuthClient;
import io.geminigateway.account.Secret;
import io.geminigateway.setup.Question.Confirm;
import io.geminigateway.setup.Question.Text;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks for the operator's own OAuth client, where the settings name none. The gateway ships none: see the README.
final class ClientForm {
    private static final String HOW_TO = """
            You need an OAuth client of your own. It takes two minutes, once:
            1. Open https://console.cloud.google.com/auth/clients and choose your project.
            2. If Google asks for a consent screen: audience External, then publish the app; \
            one in testing is signed out after 7 days.
            3. Create client > Desktop app. Copy its client ID and its secret.""";

    private final Desk desk;
    private @Nullable OAuthClient client;
    private boolean toBeSaved;

    ClientForm(Desk desk) {
        this.desk = desk;
        client = desk.place().client();
    }

    OAuthClient client() {
        if (client == null) {
            if (desk.answers().isInteractive()) {
                desk.page().blank();
                desk.page().plain(HOW_TO);
                desk.page().blank();
            }
            var id = desk.answers().type(Text.of("client-id", "Client ID").refusing(ClientForm::objection));
            var secret = desk.answers()
                    .type(Text.of("client-secret-file", "Client secret")
                            .masked()
                            .refusing(ClientForm::objection));
            client = new OAuthClient(id, new Secret(secret));
            toBeSaved = desk.answers()
                    .confirm(new Confirm("save-client", "Save this client in .env for the next account?", true));
        }
        return client;
    }

    /// Google does not take it: the next time, another one is asked for.
    void refused() {
        client = null;
        toBeSaved = false;
    }

    /// Once an account is saved that it was good for.
    void saveIfWanted() throws IOException {
        if (client != null && toBeSaved) {
            new EnvFile(desk.place().home().resolve(".env")).save(client);
            toBeSaved = false;
            desk.page().good("Saved the OAuth client in .env");
        }
    }

    private static Optional<String> objection(String value) {
        return value.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '\'' || c == '#')
                ? Optional.of("there is a space or a quote in it; copy it again")
                : Optional.empty();
    }
}
