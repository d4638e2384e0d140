package io.geminigateway.account;

import org.jspecify.annotations.Nullable;

/// Writes account files, in the form that [AccountReader] reads.
public final class AccountText {
    private AccountText() {}

    public static String apiKey(Secret key) {
        return new Lines().with("type", "api_key").with("key", key.reveal()).text();
    }

    /// With the client that obtained it: so the file serves wherever it is copied. `projectId` may be left to
    /// Code Assist to find.
    public static String login(LoginGrant grant, OAuthClient client, Backend backend, @Nullable String projectId) {
        var credentials = """
                {
                    "access_token": %s,
                    "refresh_token": %s,
                    "token_type": %s,
                    "expiry_date": %d
                  }""".formatted(
                        JsonText.quoted(grant.accessToken().reveal()),
                        JsonText.quoted(grant.refreshToken().reveal()),
                        JsonText.quoted(grant.type()),
                        grant.expiresAt().toEpochMilli());
        var lines = new Lines();
        if (projectId != null) {
            lines.with("projectId", projectId);
        }
        if (backend == Backend.VERTEX) {
            lines.with("backend", "vertex");
        }
        return lines.withRaw("credentials", credentials)
                .with("client_id", client.id())
                .with("client_secret", client.secret().reveal())
                .text();
    }

    /// An object of a member a line.
    private static final class Lines {
        private final StringBuilder text = new StringBuilder("{");

        Lines with(String name, String value) {
            return withRaw(name, JsonText.quoted(value));
        }

        Lines withRaw(String name, String json) {
            text.append(text.length() == 1 ? "\n  " : ",\n  ")
                    .append(JsonText.quoted(name))
                    .append(": ")
                    .append(json);
            return this;
        }

        String text() {
            return text + "\n}\n";
        }
    }
}
