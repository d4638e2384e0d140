package io.geminigateway.upstream;

import io.geminigateway.failure.ErrorType;
import java.util.Map;

/// Why Code Assist does not take an account, in terms of what its owner can do.
final class Ineligibility {
    private Ineligibility() {}

    /// `tier` is one of `ineligibleTiers`.
    static UpstreamFailure of(Map<?, ?> tier) {
        var reason = tier.get("reasonCode") instanceof String code ? code.replaceAll("[^A-Z_]", "") : "UNKNOWN";
        var said = tier.get("reasonMessage") instanceof String message ? Wording.clean(message) : "";
        var message = said.isEmpty() ? "Code Assist does not take this account." : said;
        var type = reason.equals("VALIDATION_REQUIRED")
                ? ErrorType.ACCOUNT_VALIDATION_REQUIRED
                : ErrorType.ACCOUNT_PERMISSION_DENIED;
        return UpstreamFailure.of(type, message).withReason(reason).withRemedy(remedy(reason, tier));
    }

    private static String remedy(String reason, Map<?, ?> tier) {
        return switch (reason) {
            case "VALIDATION_REQUIRED" -> "verify the account with Google" + link(tier);
            case "UNSUPPORTED_CLIENT" ->
                "Google has closed Code Assist for individuals: use an API key or Vertex AI, or a Code Assist Standard or"
                        + " Enterprise licence";
            case "UNSUPPORTED_LOCATION", "UNKNOWN_LOCATION", "RESTRICTED_NETWORK" ->
                "Code Assist is not served from where this gateway runs: use Vertex AI";
            case "RESTRICTED_AGE", "NON_USER_ACCOUNT", "INELIGIBLE_ACCOUNT", "DASHER_USER" ->
                "this kind of account cannot use Code Assist: use an API key or Vertex AI";
            default -> "Code Assist does not take this account: use an API key or Vertex AI";
        };
    }

    private static String link(Map<?, ?> tier) {
        return tier.get("validationUrl") instanceof String url && GoogleError.isWebPage(url) ? ": " + url : "";
    }
}
