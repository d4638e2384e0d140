package io.geminigateway.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Waits on 127.0.0.1 for the browser to come back from the consent page. One answer, to one request, is taken; a
/// stranger's changes nothing. Thread-safe; whoever opened it closes it.
public final class LoopbackListener implements AutoCloseable {
    private static final String PATH = "/oauth2callback";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final ExecutorService threads;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final AtomicInteger strangers = new AtomicInteger();
    private volatile CompletableFuture<Integer> stranger = new CompletableFuture<>();
    private volatile @Nullable AuthorizationRequest expected;

    private LoopbackListener(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /// On this port, or, if it is taken, on any free one: for a desktop client Google accepts every port.
    public static LoopbackListener open(int port) throws IOException {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var server = server(port);
        var listener = new LoopbackListener(server, threads);
        server.setExecutor(threads);
        server.createContext("/", listener::answer);
        server.start();
        return listener;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Where the consent page has to send the browser.
    public URI redirect() {
        return URI.create("http://127.0.0.1:" + port() + PATH);
    }

    /// From now on this request's answer is taken. The future is an [Reply.Allowed] or a [Reply.Denied].
    public CompletableFuture<Reply> expect(AuthorizationRequest request) {
        expected = request;
        return reply;
    }

    /// How many answers came that belong to some other request.
    public int strangers() {
        return strangers.get();
    }

    /// Completes when the next one of them comes.
    public CompletableFuture<Integer> nextStranger() {
        stranger = new CompletableFuture<>();
        return stranger;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static HttpServer server(int port) throws IOException {
        var loopback = InetAddress.getByAddress(LOOPBACK);
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (IOException taken) {
            return HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = expected;
            var ours = exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals(PATH)
                    && ("127.0.0.1:" + port())
                            .equals(exchange.getRequestHeaders().getFirst("Host"));
            if (!ours || request == null) {
                show(exchange, 404, BrowserPage.NOT_HERE);
                return;
            }
            var query = exchange.getRequestURI().getRawQuery();
            var read = Reply.ofQuery(request, query == null ? "" : query);
            switch (read) {
                case Reply.Allowed _ -> take(exchange, read, BrowserPage.DONE);
                case Reply.Denied _ -> take(exchange, read, BrowserPage.DENIED);
                case Reply.Foreign _ -> {
                    stranger.complete(strangers.incrementAndGet());
                    show(exchange, 400, BrowserPage.FOREIGN);
                }
                case Reply.Unreadable _ -> show(exchange, 400, BrowserPage.NOT_HERE);
            }
        }
    }

    /// The page first: whoever waits for the reply may close us at once.
    private void take(HttpExchange exchange, Reply read, BrowserPage page) throws IOException {
        if (reply.isDone()) {
            show(exchange, 410, BrowserPage.OVER);
            return;
        }
        try {
            show(exchange, 200, page);
        } finally {
            reply.complete(read);
        }
    }

    private static void show(HttpExchange exchange, int status, BrowserPage page) throws IOException {
        var body = page.html().getBytes(UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer"); // the address of this page holds the code
        headers.set("Connection", "close");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) { // closed, it has left: we may be closed next
            out.write(body);
        }
    }
}
