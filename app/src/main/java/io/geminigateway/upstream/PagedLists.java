package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Authorization;
import io.geminigateway.account.Authorizer;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MalformedJsonException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fetches a list of Google's that an account sees: one light request, or a few where it has pages. Made on its event
/// loop and only used there.
final class PagedLists {
    private static final Duration PER_CALL = Duration.ofSeconds(10);
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int MOST_PAGES = 10;
    private static final long CANCEL = 8;

    private final Vertx vertx;
    private final UpstreamConfig config;
    private final UpstreamClients clients;
    private final Authorizer authorizer;

    PagedLists(Vertx vertx, UpstreamConfig config, UpstreamClients clients, Authorizer authorizer) {
        this.vertx = vertx;
        this.config = config;
        this.clients = clients;
        this.authorizer = authorizer;
    }

    /// The objects in this member of all pages. `path` ends in a query. Fails for whatever reason they cannot be had.
    Future<List<JsonValue.Members>> of(Account account, Endpoint endpoint, String path, String member) {
        return authorizer
                .authorize(account)
                .compose(credential -> pages(
                        new Source(endpoint, endpoint.prefix() + path, member, credential, account),
                        "",
                        new ArrayList<>(),
                        1));
    }

    private record Source(Endpoint endpoint, String path, String member, Authorization credential, Account account) {}

    private Future<List<JsonValue.Members>> pages(
            Source source, String token, List<JsonValue.Members> found, int page) {
        var more = token.isEmpty() ? "" : "&pageToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return clients.request(HttpMethod.GET, source.endpoint(), source.path() + more)
                .compose(opened -> send(opened.request(), source))
                .compose(answer -> {
                    if (answer.get(source.member()) instanceof JsonValue.Elements(var entries)) {
                        entries.stream()
                                .flatMap(entry -> entry.asObject().stream())
                                .forEach(found::add);
                    }
                    var next = Optional.ofNullable(answer.get("nextPageToken"))
                            .flatMap(JsonValue::asText)
                            .orElse("");
                    return next.isEmpty() || page == MOST_PAGES
                            ? Future.succeededFuture(found)
                            : pages(source, next, found, page + 1);
                });
    }

    private Future<JsonValue.Members> send(HttpClientRequest request, Source source) {
        var watchdog = new Watchdog(new AlarmClock(vertx));
        watchdog.await(PER_CALL, () -> request.reset(CANCEL));
        source.account().project().ifPresent(project -> request.putHeader("x-goog-user-project", project));
        return request.exceptionHandler(_ -> {})
                .putHeader(HttpHeaders.USER_AGENT, config.userAgent())
                .putHeader(
                        source.credential().header(),
                        source.credential().value().reveal())
                .send()
                .compose(response ->
                        BoundedBody.of(response, LARGEST, PER_CALL, watchdog).map(body -> read(response, body)))
                .onComplete(_ -> watchdog.stop());
    }

    private static JsonValue.Members read(HttpClientResponse response, BoundedBody body) {
        if (!body.whole()) {
            response.request().reset(CANCEL);
        }
        if (response.statusCode() != 200) {
            throw refused("Google answered %d".formatted(response.statusCode()));
        }
        try {
            return JsonValue.parse(body.bytes()).asObject().orElseThrow(() -> refused("Google's answer is no object"));
        } catch (MalformedJsonException unreadable) {
            throw refused("Google's answer cannot be read: " + unreadable.reason());
        }
    }

    private static RefusedException refused(String message) {
        return new RefusedException(UpstreamFailure.of(ErrorType.UPSTREAM_PROTOCOL, message));
    }
}
