package io.geminigateway.upstream;

import io.geminigateway.failure.ErrorType;
import java.util.regex.Pattern;

/// Judges what is wrong with a request: no other account would fare better, except where a model is only
/// missing here.
final class RequestErrors {
    /// The `reason` that a refused or missing thought signature gets.
    static final String THOUGHT_SIGNATURE = "THOUGHT_SIGNATURE";

    private static final Pattern TOO_LONG = Pattern.compile(
            "(?i)(?:input )?token count.*(?:exceeds|only supports up to)|exceeds the maximum number of (?:input"
                    + " )?tokens|exceeds the maximum (?:context|token|prompt|input)|context (?:length|window).*exceed"
                    + "|\\b(?:prompt|input|context) (?:is |was )?too long|too many (?:input )?tokens");
    private static final Pattern TOO_LARGE =
            Pattern.compile("(?i)request payload size exceeds|request entity too large");
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?i)thought[_ ]?signature.{0,40}(?:not valid|invalid|corrupt)|(?:invalid|corrupted) thought[_"
                    + " ]?signature|missing a [`']?thought[_ ]?signature");
    private static final Pattern TWO_CREDENTIALS = Pattern.compile("(?i)multiple authentication credentials");
    private static final Pattern NOT_FOR_THIS_ACCOUNT = Pattern.compile("(?i)no longer available to new users");
    private static final Pattern OWN_RESOURCE = Pattern.compile("(?i)\\bfiles?/|\\bthe file\\b|cached ?content");

    private RequestErrors() {}

    static UpstreamFailure judge(Refusal refusal) {
        return switch (refusal.status()) {
            case 404 -> notFound(refusal);
            case 413 -> refusal.as(ErrorType.REQUEST_TOO_LARGE);
            default -> invalid(refusal);
        };
    }

    private static UpstreamFailure invalid(Refusal refusal) {
        if (refusal.says(TOO_LONG)) {
            return refusal.as(ErrorType.CONTEXT_LENGTH_EXCEEDED);
        }
        if (refusal.says(TOO_LARGE)) {
            return refusal.as(ErrorType.REQUEST_TOO_LARGE);
        }
        if (refusal.says(SIGNATURE)) {
            return refusal.as(ErrorType.INVALID_REQUEST).withReason(THOUGHT_SIGNATURE);
        }
        if (refusal.says(TWO_CREDENTIALS)) {
            return refusal.as(ErrorType.UPSTREAM_PROTOCOL)
                    .withRemedy("something on the way to Google adds a credential of its own: check the proxy");
        }
        return refusal.as(ErrorType.INVALID_REQUEST);
    }

    private static UpstreamFailure notFound(Refusal refusal) {
        if (refusal.says(NOT_FOR_THIS_ACCOUNT)) {
            return refusal.as(ErrorType.ACCOUNT_PERMISSION_DENIED)
                    .withRemedy("Google gives this model to older accounts only")
                    .forModelOnly();
        }
        return refusal.as(refusal.says(OWN_RESOURCE) ? ErrorType.INVALID_REQUEST : ErrorType.MODEL_NOT_FOUND);
    }
}
