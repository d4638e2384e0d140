package io.geminigateway.account;

import static io.geminigateway.account.CredentialException.Kind.MISCONFIGURED;
import static io.geminigateway.account.CredentialException.Kind.REJECTED;
import static io.geminigateway.account.CredentialException.Kind.UNREACHABLE;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The one place where an error of the token endpoint gets its meaning and its remedy.
/// By its code: descriptions vary, and are not repeated either, because they may quote what was sent.
final class TokenRefusal {
    private static final Predicate<String> CODE =
            Pattern.compile("[a-z_]{1,40}").asMatchPredicate();

    private TokenRefusal() {}

    static CredentialException meaning(Account account, int status, JsonText json) {
        var code = json.string("error").filter(CODE).orElse("no error code");
        var isKey = account.credentials() instanceof Credentials.ServiceAccount;
        return status == 429 || status >= 500
                ? broken(status, code)
                : switch (code) {
                    case "invalid_grant" -> isKey ? keyRefused(json) : loginRefused(json);
                    case "access_denied", "admin_policy_enforced" ->
                        refused(REJECTED, "an administrator of the account's organization forbids this access", code);
                    case "invalid_client", "unauthorized_client", "deleted_client", "disabled_client", "org_internal" ->
                        isKey
                                ? refused(REJECTED, "Google does not know this service account: create a new key", code)
                                : refused(
                                        MISCONFIGURED,
                                        "Google refuses the OAuth client: check " + client(account),
                                        code);
                    case "invalid_request", "invalid_scope", "unsupported_grant_type" ->
                        refused(MISCONFIGURED, "Google does not understand us: check OAUTH_TOKEN_ENDPOINT", code);
                    default -> broken(status, code);
                };
    }

    private static CredentialException loginRefused(JsonText json) {
        return json.string("error_subtype").filter("invalid_rapt"::equals).isPresent()
                ? refused(
                        REJECTED,
                        "the account's organization demands to sign in again, and to put the new credentials into its file",
                        "invalid_rapt")
                : refused(
                        REJECTED,
                        "the login has expired or was revoked, sign in again and put the new credentials into its file",
                        "invalid_grant");
    }

    private static CredentialException keyRefused(JsonText json) {
        var aboutTime = json.string("error_description").filter(text -> text.contains("timeframe"));
        return aboutTime.isPresent()
                ? refused(
                        MISCONFIGURED,
                        "Google finds our signature too old or too new: set this machine's clock",
                        "invalid_grant")
                : refused(REJECTED, "the service account or its key is gone: create a new key", "invalid_grant");
    }

    private static CredentialException broken(int status, String code) {
        return refused(UNREACHABLE, "the token endpoint answered " + status, code);
    }

    private static CredentialException refused(CredentialException.Kind kind, String message, String code) {
        return new CredentialException(kind, "%s (%s)".formatted(message, code));
    }

    private static String client(Account account) {
        var variables = "OAUTH_CLIENT_ID and OAUTH_CLIENT_SECRET";
        return account.credentials() instanceof Credentials.Login login && login.client() != null
                ? "client_id and client_secret in %s, or remove them there to use %s"
                        .formatted(account.file(), variables)
                : variables;
    }
}
