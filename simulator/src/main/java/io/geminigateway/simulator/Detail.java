package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/// The entries of an error's `details`, each of a `google.rpc` type.
final class Detail {
    private Detail() {}

    static JsonObject errorInfo(String reason, String domain, Map<String, String> metadata) {
        var info = of("ErrorInfo").put("reason", reason).put("domain", domain);
        if (!metadata.isEmpty()) {
            info.put("metadata", new JsonObject(Map.copyOf(metadata)));
        }
        return info;
    }

    static JsonObject retryInfo(String delay) {
        return of("RetryInfo").put("retryDelay", delay);
    }

    static JsonObject quotaFailure(JsonObject violation) {
        return of("QuotaFailure").put("violations", JsonArray.of(violation));
    }

    static JsonObject badRequest(List<JsonObject> fieldViolations) {
        return of("BadRequest").put("fieldViolations", new JsonArray(fieldViolations));
    }

    static JsonObject help(String description, String url) {
        var link = JsonObject.of("description", description, "url", url);
        return of("Help").put("links", JsonArray.of(link));
    }

    static JsonObject localizedMessage(String message) {
        return of("LocalizedMessage").put("locale", "en-US").put("message", message);
    }

    private static JsonObject of(String type) {
        return JsonObject.of("@type", "type.googleapis.com/google.rpc." + type);
    }
}
