package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Authorization;
import io.geminigateway.account.Authorizer;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.timer.AlarmClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks Google which models an account may call: one light request, or a few where the list has pages. Code Assist has
/// no such list, but its models are known. Made on its event loop and only used there.
final class ModelListing {
    private static final Duration PER_CALL = Duration.ofSeconds(10);
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int MOST_PAGES = 10;
    private static final long CANCEL = 8;

    private final Vertx vertx;
    private final UpstreamConfig config;
    private final UpstreamClients clients;
    private final Authorizer authorizer;
    private final VertexAi vertexAi;

    ModelListing(Vertx vertx, UpstreamConfig config, UpstreamClients clients, Authorizer authorizer) {
        this.vertx = vertx;
        this.config = config;
        this.clients = clients;
        this.authorizer = authorizer;
        vertexAi = new VertexAi(config.endpoints());
    }

    /// Fails for whatever reason the account's list cannot be had.
    Future<Set<ModelName>> of(Account account) {
        return switch (account.backend()) {
            case CODE_ASSIST -> Future.succeededFuture(CodeAssist.MODELS);
            case GEMINI_API -> {
                var endpoint = config.endpoints().geminiApiEndpoint().through(account.proxy());
                yield authorized(account, endpoint, "/v1beta/models?pageSize=1000");
            }
            case VERTEX ->
                authorized(account, vertexAi.endpoint(account), "/v1beta1/publishers/google/models?pageSize=200");
        };
    }

    private Future<Set<ModelName>> authorized(Account account, Endpoint endpoint, String path) {
        return authorizer
                .authorize(account)
                .compose(credential -> pages(
                        new Source(endpoint, endpoint.prefix() + path, credential, account), "", new HashSet<>(), 1));
    }

    private record Source(Endpoint endpoint, String path, Authorization credential, Account account) {}

    private Future<Set<ModelName>> pages(Source source, String token, Set<ModelName> found, int page) {
        var more = token.isEmpty() ? "" : "&pageToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return clients.request(HttpMethod.GET, source.endpoint(), source.path() + more)
                .compose(opened -> send(opened.request(), source))
                .compose(answer -> {
                    found.addAll(models(answer));
                    return answer.get("nextPageToken") instanceof String next && !next.isEmpty() && page < MOST_PAGES
                            ? pages(source, next, found, page + 1)
                            : Future.succeededFuture(found);
                });
    }

    private Future<Map<?, ?>> send(HttpClientRequest request, Source source) {
        var watchdog = new Watchdog(new AlarmClock(vertx));
        watchdog.await(PER_CALL, () -> request.reset(CANCEL));
        source.account().project().ifPresent(project -> request.putHeader("x-goog-user-project", project));
        return request.exceptionHandler(_ -> {})
                .putHeader(HttpHeaders.USER_AGENT, config.userAgent())
                .putHeader(
                        source.credential().header(),
                        source.credential().value().reveal())
                .send()
                .compose(response -> BoundedBody.of(response, LARGEST, PER_CALL, watchdog)
                        .<Map<?, ?>>map(body -> read(response, body)))
                .onComplete(_ -> watchdog.stop());
    }

    private static Map<?, ?> read(HttpClientResponse response, BoundedBody body) {
        if (!body.whole()) {
            response.request().reset(CANCEL);
        }
        if (response.statusCode() != 200) {
            throw refused("Google answered %d".formatted(response.statusCode()));
        }
        return LenientJson.object(new String(body.bytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> refused("Google's answer cannot be read"));
    }

    private static RefusedException refused(String message) {
        return new RefusedException(UpstreamFailure.of(ErrorType.UPSTREAM_PROTOCOL, message));
    }

    private static Set<ModelName> models(Map<?, ?> answer) {
        return Stream.of("models", "publisherModels")
                .map(answer::get)
                .flatMap(list -> list instanceof List<?> entries ? entries.stream() : Stream.empty())
                .flatMap(entry -> entry instanceof Map<?, ?> model ? Stream.of(model) : Stream.empty())
                .filter(ModelListing::isForUs)
                .map(model -> String.valueOf(model.get("name")))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .filter(ListedNames::isOurs)
                .map(ModelName::new)
                .collect(Collectors.toSet());
    }

    /// Vertex AI does not say what its models can do.
    private static boolean isForUs(Map<?, ?> model) {
        return !(model.get("supportedGenerationMethods") instanceof List<?> methods)
                || methods.contains("generateContent")
                || methods.contains("embedContent");
    }
}
