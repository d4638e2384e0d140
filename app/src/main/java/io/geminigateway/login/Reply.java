package io.geminigateway.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.geminigateway.account.Secret;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

/// What came back from the consent page.
public sealed interface Reply {
    /// The person agreed; `code` is to be exchanged once, within minutes.
    record Allowed(Secret code) implements Reply {}

    /// The person, or the organization, said no. `error` is one of OAuth's words.
    record Denied(String error) implements Reply {
        /// For the person who signs in.
        public String words() {
            return switch (error) {
                case "access_denied" ->
                    "Access was denied on Google's page. Nothing was saved; sign in again and choose Allow.";
                case "admin_policy_enforced", "org_internal" ->
                    "An administrator of this account's organization forbids this sign-in (%s). Ask them to allow your"
                                    .formatted(error)
                            + " OAuth client, or use another account.";
                default -> "Google refused the sign-in: %s. Check the OAuth client and try again.".formatted(error);
            };
        }
    }

    /// The answer to another request: an older tab, or somebody else's.
    record Foreign() implements Reply {}

    /// No answer at all.
    record Unreadable() implements Reply {}

    /// Reads the query of a redirect. The state is looked at first: whatever else a stranger says is not heard.
    static Reply ofQuery(AuthorizationRequest request, String query) {
        var fields = fields(query);
        if (!fields.containsKey("code") && !fields.containsKey("error")) {
            return new Unreadable();
        }
        if (!request.began(fields.getOrDefault("state", ""))) {
            return new Foreign();
        }
        if (fields.containsKey("error")) {
            return new Denied(word(fields.getOrDefault("error", "")));
        }
        var code = fields.getOrDefault("code", "");
        return code.isBlank() ? new Unreadable() : new Allowed(new Secret(code));
    }

    private static Map<String, String> fields(String query) {
        var fields = new HashMap<String, String>();
        for (var field : query.split("&", -1)) {
            var halves = field.split("=", 2);
            if (halves.length == 2) {
                fields.putIfAbsent(decoded(halves[0]), decoded(halves[1]));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException _) {
            return ""; // a lone percent sign: nothing of Google's
        }
    }

    /// It is shown in a terminal.
    private static String word(String error) {
        var plain = error.replaceAll("[^A-Za-z0-9_ -]", "");
        return plain.isEmpty() ? "no reason given" : plain.substring(0, Math.min(60, plain.length()));
    }
}
