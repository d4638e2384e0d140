package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Credentials;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Vertex AI: project, location and model in the path; in express mode, by key, only the model.
final class VertexAi {
    private final Endpoints endpoints;
    private final Map<String, Endpoint> byLocation = new ConcurrentHashMap<>();

    VertexAi(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /// Where this account's calls go.
    Endpoint endpoint(Account account) {
        return at(account.location()).through(account.proxy());
    }

    private Endpoint at(String location) {
        return byLocation.computeIfAbsent(location, endpoints::vertexEndpoint);
    }

    Outbound generate(GeminiCall call, Account account) {
        var endpoint = at(account.location());
        var embeds = call.method() == Method.EMBED_CONTENT;
        return new Outbound(
                endpoint,
                endpoint.prefix() + "/v1/" + parent(account) + "publishers/google/models/" + call.model()
                        + (embeds ? VertexEmbedding.verb(call) : Verb.of(call)),
                body(call));
    }

    private static byte[] body(GeminiCall call) {
        return switch (call.method()) {
            case EMBED_CONTENT -> VertexEmbedding.request(call);
            case COUNT_TOKENS -> TokenCount.forVertex(call);
            case GENERATE_CONTENT, STREAM_GENERATE_CONTENT, BATCH_EMBED_CONTENTS, RESOURCE -> call.body();
        };
    }

    /// Tells embeddings in the Gemini API's words.
    static Consumer<GeminiEvent> embeddings(GeminiCall call, Consumer<GeminiEvent> events) {
        return event -> events.accept(new GeminiEvent(VertexEmbedding.response(call, event.json()), event.response()));
    }

    private static String parent(Account account) {
        var project = account.project();
        if (project.isPresent()) {
            return "projects/" + ProjectId.checked(project.get()) + "/locations/" + account.location() + "/";
        }
        if (account.credentials() instanceof Credentials.ApiKey) {
            return "";
        }
        throw new RefusedException(UpstreamFailure.of(
                        ErrorType.ACCOUNT_PERMISSION_DENIED, "The account names no project to use Vertex AI with.")
                .withRemedy("add \"project_id\" to the account's file"));
    }
}
