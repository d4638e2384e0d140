package io.geminigateway.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A pretend Google on real ports. Thread-safe; whoever started it closes it.
public final class Simulator implements AutoCloseable {
    /// The OAuth client the simulator knows.
    public static final String CLIENT_ID = "sim-client";

    public static final String CLIENT_SECRET = "sim-secret";

    /// What users are always taken to have granted.
    static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform"
            + " https://www.googleapis.com/auth/userinfo.email openid https://www.googleapis.com/auth/userinfo.profile";

    private final Vertx vertx;
    private final Ledger ledger;
    private final Everybody everybody = new Everybody();
    private final Accounts accounts;
    private final Router router;
    private final HttpServer plain;
    private final HttpServer secure;
    private final Path caFile;

    private Simulator(Vertx vertx, SimulatorOptions options) {
        this.vertx = vertx;
        ledger = new Ledger(options.remembered());
        accounts = new Accounts(name -> new SimulatedAccount(name, options.clock(), this::tokenEndpoint, everybody));
        var consents = new Consents();
        var desk = new TokenDesk(accounts, consents, options.clock(), this::tokenEndpoint);
        var oauth = new OAuthDoor(accounts, new ConsentPage(accounts, consents), desk);
        router = new Router(vertx, options.clock(), ledger, accounts, oauth);
        var certificates = new Certificates();
        plain = listen(router, options.host(), options.httpPort(), new HttpServerOptions());
        secure = listen(
                router,
                options.host(),
                options.httpsPort(),
                new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(certificates.server()));
        caFile = certificates.writeAuthority();
    }

    public static Simulator start() {
        return start(SimulatorOptions.defaults());
    }

    public static Simulator start(SimulatorOptions options) {
        var vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setBlockedThreadCheckInterval(
                        Duration.ofHours(1).toMillis()) // its warnings would be about busy machines
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)));
        try {
            return new Simulator(vertx, options);
        } catch (RuntimeException failed) {
            vertx.close().await();
            throw failed;
        }
    }

    private HttpServer listen(Router router, String host, int port, HttpServerOptions options) {
        var server = vertx.createHttpServer(options.setHost(host).setPort(port).setHandle100ContinueAutomatically(true))
                .requestHandler(router::handle)
                .listen();
        return server.recover(failed -> Future.failedFuture(
                        new IllegalStateException("cannot listen on %s:%d".formatted(host, port), failed)))
                .await();
    }

    /// `http://127.0.0.1:41234`: HTTP/1.1; every service under this base, or under any path below it.
    public URI http() {
        return URI.create("http://127.0.0.1:" + plain.actualPort());
    }

    /// `https://localhost:41235`: the same over TLS, h2 or HTTP/1.1 by ALPN.
    public URI https() {
        return URI.create("https://localhost:" + secure.actualPort());
    }

    /// The certificate authority to trust, as PEM; the file goes when the simulator closes.
    public Path caFile() {
        return caFile;
    }

    public URI tokenEndpoint() {
        return URI.create(http() + "/oauth/token");
    }

    /// The consent page; `auto=<account>` in its query allows that account without a click.
    public URI authEndpoint() {
        return URI.create(http() + "/oauth/auth");
    }

    /// The account of this name, created on first use.
    public SimulatedAccount account(String name) {
        return accounts.named(name);
    }

    /// The next generate call meets this, whichever account makes it.
    public Simulator next(Reaction reaction) {
        everybody.next(reaction);
        return this;
    }

    /// Every generate call for this model meets this, whichever account makes it.
    public Simulator model(String id, Reaction reaction) {
        everybody.model(id, reaction);
        return this;
    }

    /// The next request over HTTP/2 meets a connection that is being given up: it is told GOAWAY, and nobody hears the
    /// request. Whoever asks on a new connection is served.
    public Simulator renewConnection() {
        router.renewConnection();
        return this;
    }

    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        vertx.close().await();
        try {
            Files.deleteIfExists(caFile);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete " + caFile, failed);
        }
    }
}
