package io.geminigateway.media;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Blob;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Fetches pictures and other media by https. One per event loop.
public final class MediaFetcher {
    /*
     * A client that names an address makes the gateway connect to it, from inside the operator's network (SSRF). So:
     * https on port 443 only, no user in the address, no redirect, nothing sent that could be a credential; the name
     * is resolved once, every address of it must be public, and the connection goes to the very address that was
     * checked, so that a second, different answer of the name server changes nothing. TLS checks that the server is
     * who the name says. What comes back must be media, and is never shown to the client.
     */
    private final Vertx vertx;
    private final HttpClient client;
    private final MediaLimits limits;
    private final Internet internet;

    public MediaFetcher(Vertx vertx, MediaLimits limits) {
        this(vertx, limits, Internet.PUBLIC);
    }

    MediaFetcher(Vertx vertx, MediaLimits limits, Internet internet) {
        this.vertx = vertx;
        this.limits = limits;
        this.internet = internet;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setDecompressionSupported(false)
                .setVerifyHost(true)
                .setConnectTimeout((int) limits.time().toMillis()));
    }

    /// All of them, or a failure that blames the client and says which one cannot be had.
    public Future<Map<URI, Blob>> fetch(Collection<URI> addresses) {
        if (addresses.size() > limits.count()) {
            return Future.failedFuture(refused(
                    "A request may name at most %d remote addresses; send data URIs".formatted(limits.count())));
        }
        var wanted = new ArrayList<>(addresses);
        var budget = new ByteBudget(limits.allBytes());
        return Future.all(wanted.stream().map(uri -> fetch(uri, budget)).toList())
                .map(all -> {
                    var fetched = new LinkedHashMap<URI, Blob>();
                    for (var i = 0; i < wanted.size(); i++) {
                        fetched.put(wanted.get(i), all.resultAt(i));
                    }
                    return fetched;
                });
    }

    private Future<Blob> fetch(URI uri, ByteBudget budget) {
        Callable<InetAddress> resolving = () -> resolved(uri);
        return vertx.executeBlocking(resolving, false)
                .compose(address -> client.request(request(uri, address)))
                .compose(request -> request.send()
                        .compose(response -> new MediaAnswer(uri, limits.bytes(), budget).read(response))
                        .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                        .onFailure(_ -> request.reset()))
                .recover(thrown -> Future.failedFuture(explained(uri, thrown)));
    }

    private InetAddress resolved(URI uri) {
        var host = uri.getHost();
        if (!"https".equalsIgnoreCase(uri.getScheme())
                || host == null
                || uri.getRawUserInfo() != null
                || (uri.getPort() != -1 && uri.getPort() != 443)
                || host.indexOf('%') >= 0) {
            throw refused("'%s' is not an address that media are fetched from: https, port 443, no user"
                    .formatted(shown(uri)));
        }
        try {
            var addresses = internet.resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
            if (addresses.isEmpty() || !addresses.stream().allMatch(internet::mayConnect)) {
                throw refused("'%s' is not at a public address".formatted(shown(uri)));
            }
            return addresses.getFirst();
        } catch (UnknownHostException unknown) {
            throw refused("'%s' cannot be fetched: there is no such host".formatted(shown(uri)));
        }
    }

    private RequestOptions request(URI uri, InetAddress address) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(internet.port(), address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(internet.port())
                .setSsl(internet.tls())
                .setFollowRedirects(false)
                .setConnectTimeout(limits.time().toMillis())
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .putHeader("accept", "image/*, audio/*, video/*, application/pdf")
                .putHeader("accept-encoding", "identity");
    }

    private static GatewayException explained(URI uri, Throwable thrown) {
        return switch (thrown) {
            case GatewayException known -> known;
            case TimeoutException _ -> refused("'%s' took too long to fetch".formatted(shown(uri)));
            default -> refused("'%s' cannot be fetched: the connection failed".formatted(shown(uri)));
        };
    }

    static GatewayException refused(String message) {
        return new Failure.InvalidRequest(message, "messages", "invalid_value").asException();
    }

    /// Without its query, which may be a secret.
    static String shown(URI uri) {
        var text = uri.getScheme() + "://" + uri.getHost() + (uri.getRawPath() == null ? "" : uri.getRawPath());
        return text.length() > 100 ? text.substring(0, 100) + "..." : text;
    }
}
