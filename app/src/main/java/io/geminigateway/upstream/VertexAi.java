package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Credentials;
import io.geminigateway.failure.ErrorType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Vertex AI: project, location and model in the path; in express mode, by key, only the model.
final class VertexAi {
    private final Endpoints endpoints;
    private final Map<String, Endpoint> byLocation = new ConcurrentHashMap<>();

    VertexAi(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    Outbound generate(GeminiCall call, Account account) {
        var endpoint = byLocation.computeIfAbsent(account.location(), endpoints::vertexEndpoint);
        return new Outbound(
                endpoint,
                endpoint.prefix() + "/v1/" + parent(account) + "publishers/google/models/" + call.model()
                        + Verb.of(call),
                call.body());
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
