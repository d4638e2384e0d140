package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Authorizer;
import io.geminigateway.gemini.ListedModel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

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

    /// Fails for whatever reason the account's list cannot be had.
    Future<List<ListedModel>> of(Account account) {
        return switch (account.backend()) {
            case CODE_ASSIST ->
                Future.succeededFuture(
                        CodeAssist.MODELS.stream().map(ListedModel::named).toList());
            case GEMINI_API -> {
                var endpoint = config.endpoints().geminiApiEndpoint().through(account.proxy());
                yield lists.of(account, endpoint, "/v1beta/models?pageSize=1000", "models")
                        .map(ModelEntries::models);
            }
            case VERTEX ->
                lists.of(
                                account,
                                vertexAi.endpoint(account),
                                "/v1beta1/publishers/google/models?pageSize=200",
                                "publisherModels")
                        .map(ModelEntries::models);
        };
    }
}
