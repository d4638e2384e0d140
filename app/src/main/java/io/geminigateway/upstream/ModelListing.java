package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Authorizer;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.ModelName;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks Google which models an account may call, and what they are. Code Assist has no such list, but its models are
/// known. Made on its event loop and only used there.
final class ModelListing {
    private final UpstreamConfig config;
    private final PagedLists lists;
    private final VertexAi vertexAi;

    ModelListing(Vertx vertx, UpstreamConfig config, UpstreamClients clients, Authorizer authorizer) {
        this.config = config;
        lists = new PagedLists(vertx, config, clients, authorizer);
        vertexAi = new VertexAi(config.endpoints());
    }

    /// Each model with its description, where there is one. Fails for whatever reason the account's list cannot be had.
    Future<Map<ModelName, Optional<JsonValue.Members>>> of(Account account) {
        return switch (account.backend()) {
            case CODE_ASSIST -> Future.succeededFuture(names(CodeAssist.MODELS));
            case GEMINI_API -> {
                var endpoint = config.endpoints().geminiApiEndpoint().through(account.proxy());
                yield lists.of(account, endpoint, "/v1beta/models?pageSize=1000", "models")
                        .map(models -> named(models, true));
            }
            case VERTEX ->
                lists.of(
                                account,
                                vertexAi.endpoint(account),
                                "/v1beta1/publishers/google/models?pageSize=200",
                                "publisherModels")
                        .map(models -> named(models, false));
        };
    }

    private static Map<ModelName, Optional<JsonValue.Members>> names(Set<ModelName> models) {
        var named = new HashMap<ModelName, Optional<JsonValue.Members>>();
        models.forEach(name -> named.put(name, Optional.empty()));
        return named;
    }

    private static Map<ModelName, Optional<JsonValue.Members>> named(
            List<JsonValue.Members> models, boolean described) {
        var named = new HashMap<ModelName, Optional<JsonValue.Members>>();
        for (var model : models) {
            var name = name(model);
            if (isForUs(model) && ListedNames.isOurs(name)) {
                named.put(new ModelName(name), described ? Optional.of(model) : Optional.empty());
            }
        }
        return named;
    }

    private static String name(JsonValue.Members model) {
        var name = Optional.ofNullable(model.get("name"))
                .flatMap(JsonValue::asText)
                .orElse("");
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// Vertex AI does not say what its models can do.
    private static boolean isForUs(JsonValue.Members model) {
        return !(model.get("supportedGenerationMethods") instanceof JsonValue.Elements(var methods))
                || methods.contains(JsonValue.of("generateContent"))
                || methods.contains(JsonValue.of("embedContent"));
    }
}
