package io.geminigateway.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ProxyOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The token endpoint over HTTP. Trust and proxy are the client's; redirects are not followed.
public final class HttpTokenEndpoint implements TokenEndpoint {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 64 * 1024;

    private final HttpClient client;
    private final @Nullable URI override;
    private final Function<Proxy, ProxyOptions> routes;

    /// With an `override`, every form goes there. `routes` are the ways through accounts' own proxies.
    public HttpTokenEndpoint(HttpClient client, @Nullable URI override, Function<Proxy, ProxyOptions> routes) {
        this.client = client;
        this.override = override;
        this.routes = routes;
    }

    @Override
    public Future<Answer> post(URI usual, Map<String, String> form, @Nullable Proxy proxy) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI((override == null ? usual : override).toString())
                .setConnectTimeout(PATIENCE.toMillis())
                .setIdleTimeout(PATIENCE.toMillis())
                .putHeader("content-type", "application/x-www-form-urlencoded")
                .putHeader("accept", "application/json");
        if (proxy != null) {
            options.setProxyOptions(routes.apply(proxy));
        }
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(encoded(form)))
                        .compose(response -> body(request, response)
                                .map(body -> new Answer(response.statusCode(), body.toString(UTF_8)))));
    }

    private static Future<Buffer> body(HttpClientRequest request, HttpClientResponse response) {
        Promise<Buffer> whole = Promise.promise();
        var body = Buffer.buffer();
        response.exceptionHandler(whole::tryFail)
                .handler(bytes -> {
                    body.appendBuffer(bytes);
                    if (body.length() > LARGEST && whole.tryFail("the answer is too large")) {
                        request.reset();
                    }
                })
                .endHandler(_ -> whole.tryComplete(body));
        return whole.future();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
    }
}
