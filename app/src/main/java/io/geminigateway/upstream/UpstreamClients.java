package io.geminigateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The connections of one event loop to Google. HTTP/2 where TLS agrees on it, else HTTP/1.1; plain http is
/// always the latter. Made on its event loop and only used there: no lock, no hand-over. Whoever made it
/// closes it.
public final class UpstreamClients {
    /*
     * A paused HTTP/2 stream keeps what it was sent in memory until its window is full, so the stream's window is our
     * buffer limit for a slow client. The connection's window must hold that twice for as many slow clients as can share
     * it (Google allows 100 streams), or else they would stop the others: Netty grants more only when half of the window
     * has been read, and what slow clients hold back is never read.
     */
    private static final int STREAM_WINDOW = 256 * 1024;

    private static final int CONNECTION_WINDOW = 2 * 256 * STREAM_WINDOW;

    /// Who reads an answer for two minutes finds the connection still open for the next question. Not longer: some
    /// networks forget a connection without a word after four minutes of silence.
    private static final int KEEP_ALIVE_SECONDS = 180;

    private static final int MAX_HEADERS = 32 * 1024;

    /// Admission control bounds the calls; these bounds only catch what nobody thought of.
    private static final int HTTP1_CONNECTIONS = 16 * 1024;

    private static final int HTTP2_CONNECTIONS = 128;

    private final Vertx vertx;
    private final UpstreamConfig config;
    private final Trust trust;
    private final HttpClientAgent client;
    private final Duration connectTimeout;
    private final Set<HttpConnection> unused = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Endpoint, StreamGate> gates = new HashMap<>();

    public UpstreamClients(Vertx vertx, UpstreamConfig config, Trust trust) {
        this.vertx = vertx;
        this.config = config;
        this.trust = trust;
        connectTimeout = config.timeouts().connect();
        client = vertx.httpClientBuilder()
                .with(options(config, trust))
                .with(new PoolOptions().setHttp1MaxSize(HTTP1_CONNECTIONS).setHttp2MaxSize(HTTP2_CONNECTIONS))
                .withConnectHandler(this::connected)
                .build();
    }

    /// A client for rare calls that need the same trust and proxy, such as those to the token endpoint:
    /// HTTP/1.1, and usable from any event loop.
    public static HttpClient shared(Vertx vertx, UpstreamConfig config, Trust trust) {
        return vertx.createHttpClient(
                options(config, trust).setProtocolVersion(HttpVersion.HTTP_1_1).setUseAlpn(false));
    }

    public Future<Void> close() {
        return client.close();
    }

    Future<Opened> request(HttpMethod method, Endpoint endpoint, String path) {
        if (!endpoint.tls()) {
            return client.request(options(method, endpoint, path)).map(this::opened);
        }
        var gate = gates.computeIfAbsent(endpoint, _ -> new StreamGate(vertx, connectTimeout));
        return gate.enter()
                .compose(opens -> client.request(options(method, endpoint, path))
                        .onFailure(_ -> refused(gate, opens))
                        .map(request -> opened(request, gate, opens)));
    }

    /// On a connection of its own, which nobody has used before and nobody will use again.
    Future<Opened> requestAfresh(HttpMethod method, Endpoint endpoint, String path) {
        var connect = new HttpConnectOptions()
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setSsl(endpoint.tls())
                .setConnectTimeout(connectTimeout.toMillis());
        if (!endpoint.tls()) {
            connect.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        if (endpoint.proxy() != null) {
            connect.setProxyOptions(ProxyRoute.of(endpoint.proxy(), config, trust));
        }
        return client.connect(connect)
                .compose(connection -> connection
                        .request(options(method, endpoint, path))
                        .onSuccess(request -> whenOver(request, connection::close))
                        .onFailure(_ -> connection.close()))
                .map(request -> new Opened(request, true));
    }

    private Opened opened(HttpClientRequest request) {
        return new Opened(request, unused.remove(request.connection()));
    }

    private Opened opened(HttpClientRequest request, StreamGate gate, boolean opens) {
        var opened = opened(request);
        if (opened.first()) {
            grow(gate, request.connection());
        }
        gate.settled(opens);
        whenOver(request, gate::left);
        return opened;
    }

    private static void refused(StreamGate gate, boolean opens) {
        gate.settled(opens);
        gate.left();
    }

    private static void grow(StreamGate gate, HttpConnection connection) {
        if (connection.protocolVersion() == HttpVersion.HTTP_2
                && connection.remoteSettings() instanceof Http2Settings settings) {
            var streams = settings.getMaxConcurrentStreams();
            gate.grown(streams);
            connection.closeHandler(_ -> gate.shrunk(streams));
        } else {
            gate.standOpen();
        }
    }

    private static void whenOver(HttpClientRequest request, Runnable action) {
        request.response().compose(HttpClientResponse::end).onComplete(_ -> action.run());
    }

    private void connected(HttpConnection connection) {
        unused.add(connection);
        SharedFlush.of(connection);
        connection.closeHandler(_ -> unused.remove(connection));
    }

    private RequestOptions options(HttpMethod method, Endpoint endpoint, String path) {
        var options = new RequestOptions()
                .setMethod(method)
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setSsl(endpoint.tls())
                .setURI(path)
                .setFollowRedirects(false)
                .setConnectTimeout(connectTimeout.toMillis());
        if (endpoint.proxy() != null) {
            options.setProxyOptions(ProxyRoute.of(endpoint.proxy(), config, trust));
        }
        return endpoint.tls() ? options : options.setProtocolVersion(HttpVersion.HTTP_1_1);
    }

    private static HttpClientOptions options(UpstreamConfig config, Trust trust) {
        var connect = Math.toIntExact(config.timeouts().connect().toMillis());
        var options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
                .setInitialSettings(
                        new Http2Settings().setInitialWindowSize(STREAM_WINDOW).setPushEnabled(false))
                .setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setHttp2KeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(MAX_HEADERS)
                .setDecompressionSupported(false)
                .setTcpNoDelay(true)
                .setConnectTimeout(connect)
                .setSslHandshakeTimeout(connect)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setVerifyHost(true)
                .setTrustOptions(trust.options());
        if (config.proxy() != null) {
            options.setProxyOptions(ProxyRoute.of(config.proxy(), config, trust));
        }
        return options;
    }
}
