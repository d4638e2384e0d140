package io.geminigateway.upstream;

import io.geminigateway.account.Backend;
import io.geminigateway.failure.ErrorType;
import java.util.Optional;
import java.util.regex.Pattern;

/// Judges what is wrong with an account rather than with a request: keys, tokens, permissions, places,
/// terms.
final class CredentialErrors {
    private static final Pattern KEY_INVALID =
            Pattern.compile("(?i)api key not valid|api key expired|api key not found|pass a valid api key");
    private static final Pattern KEY_LEAKED = Pattern.compile("(?i)reported as leaked");
    private static final Pattern NO_KEY = Pattern.compile("(?i)unregistered callers");
    private static final Pattern TERMS = Pattern.compile("(?i)violation of (?:our |the )?terms\\s+of\\s+service");
    private static final Pattern SUSPENDED = Pattern.compile("(?i)has been suspended");
    private static final Pattern LOCATION =
            Pattern.compile("(?i)location is not supported|not available in your (?:country|region|location)");
    private static final Pattern BILLING = Pattern.compile("(?i)\\bbilling\\b|free tier");
    private static final Pattern FILE =
            Pattern.compile("(?i)access the (?:file|cached ?content)\\b|cachedcontent not found");
    private static final Pattern FILE_STATE = Pattern.compile("(?i)\\bfile\\b.*\\bstate\\b");

    private CredentialErrors() {}

    static Optional<UpstreamFailure> judge(Refusal refusal) {
        return switch (refusal.status()) {
            case 400 -> invalid(refusal);
            case 401 -> Optional.of(unauthenticated(refusal));
            case 403 -> Optional.of(denied(refusal));
            default -> Optional.empty();
        };
    }

    /// A bad key is a 400 at Google, and so is a good key in the wrong country.
    private static Optional<UpstreamFailure> invalid(Refusal refusal) {
        if (refusal.hasReason("API_KEY_INVALID") || refusal.says(KEY_INVALID)) {
            return Optional.of(refusal.as(ErrorType.ACCOUNT_KEY_INVALID)
                    .withRemedy("the API key is wrong, deleted or expired: put a new one into the account's file"));
        }
        if (refusal.says(LOCATION)) {
            return Optional.of(refusal.as(ErrorType.ACCOUNT_PERMISSION_DENIED)
                    .withRemedy("Google does not serve this account from where this gateway runs: use Vertex AI, or run"
                            + " the gateway elsewhere"));
        }
        if (!refusal.error().status().equals("FAILED_PRECONDITION") || refusal.says(FILE_STATE)) {
            return Optional.empty();
        }
        var remedy = refusal.says(BILLING)
                ? "enable billing for the account's project"
                : "Google refuses this account as it is set up: see the message";
        return Optional.of(refusal.as(ErrorType.ACCOUNT_PERMISSION_DENIED).withRemedy(remedy));
    }

    static UpstreamFailure unauthenticated(Refusal refusal) {
        if (refusal.backend() == Backend.GEMINI_API) {
            return refusal.as(ErrorType.ACCOUNT_KEY_INVALID)
                    .withRemedy("Google does not accept the API key: put a new one into the account's file");
        }
        return refusal.as(ErrorType.ACCOUNT_AUTH_FAILED).withRemedy("sign the account in again");
    }

    private static UpstreamFailure denied(Refusal refusal) {
        return switch (refusal.error().reason()) {
            case "VALIDATION_REQUIRED" ->
                refusal.as(ErrorType.ACCOUNT_VALIDATION_REQUIRED)
                        .withRemedy("verify the account with Google" + at(validationLink(refusal)));
            case "TOS_VIOLATION" -> blocked(refusal);
            case "CONSUMER_SUSPENDED" -> blocked(refusal);
            case "SERVICE_DISABLED" ->
                refusal.as(ErrorType.ACCOUNT_PERMISSION_DENIED).withRemedy(enableService(refusal));
            case "API_KEY_SERVICE_BLOCKED",
                    "API_KEY_HTTP_REFERRER_BLOCKED",
                    "API_KEY_IP_ADDRESS_BLOCKED",
                    "API_KEY_ANDROID_APP_BLOCKED",
                    "API_KEY_IOS_APP_BLOCKED" ->
                refusal.as(ErrorType.ACCOUNT_PERMISSION_DENIED)
                        .withRemedy("the restrictions of the API key do not let this gateway use it: change them in the"
                                + " Cloud console");
            case "SECURITY_POLICY_VIOLATED" ->
                refusal.as(ErrorType.ACCOUNT_PERMISSION_DENIED)
                        .withRemedy("the organization's VPC Service Controls refuse the call");
            case "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "ACCESS_TOKEN_TYPE_UNSUPPORTED", "ACCESS_TOKEN_EXPIRED" ->
                refusal.as(ErrorType.ACCOUNT_AUTH_FAILED).withRemedy("sign the account in again");
            default -> deniedInWords(refusal);
        };
    }

    private static UpstreamFailure deniedInWords(Refusal refusal) {
        if (refusal.says(KEY_LEAKED) || refusal.says(NO_KEY) || refusal.says(KEY_INVALID)) {
            return refusal.as(ErrorType.ACCOUNT_KEY_INVALID)
                    .withRemedy("Google has switched the API key off: put a new one into the account's file");
        }
        if (refusal.says(TERMS) || refusal.says(SUSPENDED)) {
            return blocked(refusal);
        }
        if (refusal.says(FILE)) {
            return refusal.as(ErrorType.INVALID_REQUEST);
        }
        return refusal.as(ErrorType.ACCOUNT_PERMISSION_DENIED)
                .withRemedy("the account lacks the licence or the role for this call");
    }

    private static UpstreamFailure blocked(Refusal refusal) {
        var error = refusal.error();
        var appeal = error.linkIn("appeal_url").or(error::link);
        return refusal.as(ErrorType.ACCOUNT_TOS_BLOCKED)
                .withRemedy("Google has blocked the account; only an appeal to Google can help" + at(appeal));
    }

    private static Optional<String> validationLink(Refusal refusal) {
        var error = refusal.error();
        return error.link().or(() -> error.linkIn("validation_link")).or(() -> error.linkIn("validation_url"));
    }

    private static String enableService(Refusal refusal) {
        var service = refusal.error().metadata("service").orElse("");
        if (service.equals("cloudcode-pa.googleapis.com")) {
            return "the OAuth client's own Cloud project may not use Code Assist: sign in with a client of a project that"
                    + " may, or use an API key or Vertex AI";
        }
        var link = refusal.error().linkIn("activationUrl").or(refusal.error()::link);
        return "enable the API in the account's Cloud project" + at(link);
    }

    private static String at(Optional<String> link) {
        return link.map(url -> ": " + url).orElse("");
    }
}
