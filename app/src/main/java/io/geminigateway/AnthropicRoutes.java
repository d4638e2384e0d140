package io.geminigateway;

import io.geminigateway.anthropic.AnthropicModels;
import io.geminigateway.anthropic.messages.Messages;
import io.geminigateway.anthropic.messages.TokenCount;
import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.relay.Relay;
import io.geminigateway.server.MediaSource;
import io.geminigateway.server.Routes;
import io.geminigateway.upstream.ModelDirectory;
import io.vertx.core.Future;

/// Anthropic's API, path by path: what stands behind each.
final class AnthropicRoutes {
    private final ModelDirectory directory;
    private final AnthropicModels models;
    private final Messages messages;
    private final TokenCount tokenCount;

    AnthropicRoutes(ModelCatalog catalog, SignatureStore signatures, boolean fetchesMedia, ModelDirectory directory) {
        this.directory = directory;
        models = new AnthropicModels(catalog);
        messages = new Messages(catalog, signatures, fetchesMedia);
        tokenCount = new TokenCount(catalog, signatures, fetchesMedia);
    }

    /// Who tells Anthropic's clients of paths that are none.
    Dialect speaker() {
        return messages;
    }

    void add(Routes routes, Relay relay, MediaSource media) {
        routes.post("/messages", messages, relay, media)
                .post("/messages/count_tokens", tokenCount, relay, media)
                .get("/models", messages, this::list)
                .get("/models/*", messages, this::one)
                .get("/files", messages, AnthropicRoutes::noFiles)
                .get("/files/*", messages, AnthropicRoutes::noFiles);
    }

    private Future<byte[]> list(Head head) {
        return directory.offered().map(offered -> models.list(head, offered));
    }

    private Future<byte[]> one(Head head) {
        return directory.offered().map(offered -> models.one(head.below("/models/"), offered));
    }

    /// Under this path Google's clients have theirs; those would be of no use here.
    private static Future<byte[]> noFiles(Head head) {
        return Future.failedFuture(
                new Failure.NotFound("This gateway keeps no files for Anthropic's clients").asException());
    }
}
