package io.geminigateway.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// The 429s, each in the form of the service that was asked.
final class QuotaErrors {
    private static final String EXHAUSTED = "RESOURCE_EXHAUSTED";
    private static final String METRIC = "generativelanguage.googleapis.com/generate_content_free_tier_requests";

    /// What Google sends with a daily limit, though the day ends much later.
    private static final Duration MISLEADING = Duration.ofMillis(37_185);

    private QuotaErrors() {}

    static Refusal perMinute(Occasion at, int limit, Duration left) {
        return switch (at.service()) {
            case CODE_ASSIST -> capacityOfAccount(at, "RATE_LIMIT_EXCEEDED", left);
            case VERTEX -> perBaseModel(at);
            case GEMINI_API, OAUTH -> quota(at, "GenerateRequestsPerMinutePerProjectPerModel-FreeTier", limit, left);
        };
    }

    static Refusal perDay(Occasion at, int limit, Duration left) {
        return switch (at.service()) {
            case CODE_ASSIST -> capacityOfAccount(at, "QUOTA_EXHAUSTED", left);
            case VERTEX -> sharedPool();
            case GEMINI_API, OAUTH -> quota(at, "GenerateRequestsPerDayPerProjectPerModel-FreeTier", limit, MISLEADING);
        };
    }

    /// The model everybody shares is busy: no account is to blame.
    static Refusal modelCapacity(Occasion at) {
        return Refusal.of(
                429,
                EXHAUSTED,
                "No capacity available for model %s on the server".formatted(at.model()),
                Detail.errorInfo("MODEL_CAPACITY_EXHAUSTED", at.host(), Map.of("model", at.model())),
                Detail.retryInfo("9s"));
    }

    static Refusal plain(Occasion at) {
        return at.isVertex()
                ? sharedPool()
                : Refusal.of(429, EXHAUSTED, "Resource has been exhausted (e.g. check quota).");
    }

    private static Refusal sharedPool() {
        return Refusal.of(429, EXHAUSTED, "Resource exhausted, please try again later.");
    }

    private static Refusal perBaseModel(Occasion at) {
        return Refusal.of(
                429,
                EXHAUSTED,
                ("Quota exceeded for aiplatform.googleapis.com/generate_content_requests_per_minute_per_project_per_base_model"
                                + " with base model: %s. Please submit a quota increase request."
                                + " https://cloud.google.com/vertex-ai/docs/generative-ai/quotas-genai.")
                        .formatted(at.model()));
    }

    private static Refusal quota(Occasion at, String quotaId, int limit, Duration left) {
        var message = """
                You exceeded your current quota, please check your plan and billing details. For more information on this \
                error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.
                * Quota exceeded for metric: %s, limit: %d, model: %s
                Please retry in %s.""".formatted(METRIC, limit, at.model(), ProtoDuration.exact(left));
        var violation = JsonObject.of(
                "quotaMetric", METRIC,
                "quotaId", quotaId,
                "quotaDimensions", JsonObject.of("location", "global", "model", at.model()));
        if (limit > 0) {
            violation.put("quotaValue", Integer.toString(limit));
        }
        return Refusal.of(
                429,
                EXHAUSTED,
                message,
                Detail.quotaFailure(violation),
                Detail.help("Learn more about Gemini API quotas", "https://ai.google.dev/gemini-api/docs/rate-limits"),
                Detail.retryInfo(ProtoDuration.whole(left)));
    }

    private static Refusal capacityOfAccount(Occasion at, String reason, Duration left) {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("uiMessage", "true");
        metadata.put("model", at.model());
        metadata.put("quotaResetDelay", ProtoDuration.go(left));
        metadata.put(
                "quotaResetTimeStamp",
                at.now().plus(left).truncatedTo(ChronoUnit.SECONDS).toString());
        return Refusal.of(
                429,
                EXHAUSTED,
                "You have exhausted your capacity on this model. Your quota will reset after %s."
                        .formatted(ProtoDuration.go(Duration.ofSeconds(left.toSeconds()))),
                Detail.errorInfo(reason, at.host(), metadata),
                Detail.retryInfo(ProtoDuration.exact(left)));
    }
}
