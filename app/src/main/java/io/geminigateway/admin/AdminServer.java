package io.geminigateway.admin;

import io.geminigateway.account.AccountFolder;
import io.geminigateway.account.Secret;
import io.geminigateway.pool.Pool;
import io.geminigateway.telemetry.Telemetry;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The listener for the operator: on this machine only, on one event loop. It closes with its Vert.x.
public final class AdminServer {
    private static final Logger log = LoggerFactory.getLogger(AdminServer.class);
    private static final String HERE = "127.0.0.1";

    /// Longer than any test of an account takes.
    private static final int IDLE_SECONDS = 120;

    private final AccountFolder folder;
    private final Pool pool;
    private final Function<Vertx, AccountTest> tests;
    private final BooleanSupplier closing;
    private final Telemetry telemetry;
    private final @Nullable Secret metricsToken;
    private volatile @Nullable HttpServer listener;

    /// `tests` is asked once, on the event loop that will make the calls; without a `metricsToken` the operator is
    /// shown
    /// metrics as anything else.
    public AdminServer(
            AccountFolder folder,
            Pool pool,
            Function<Vertx, AccountTest> tests,
            BooleanSupplier closing,
            Telemetry telemetry,
            @Nullable Secret metricsToken) {
        this.folder = folder;
        this.pool = pool;
        this.tests = tests;
        this.closing = closing;
        this.telemetry = telemetry;
        this.metricsToken = metricsToken;
    }

    /// Opens the port; 0 is any free one. Without it the clients are still served, so a port that is taken is only
    /// told in the log.
    public Future<Void> start(Vertx vertx, int port) {
        return vertx.deployVerticle((Deployable) new Loop(port))
                .onSuccess(_ -> log.info("Operator's side: http://{}:{}", HERE, port()))
                .recover(failed -> {
                    log.warn(
                            "There is no operator's side: cannot listen on {}:{}: {}. Another gateway may be running;"
                                    + " ADMIN_PORT names another port",
                            HERE,
                            port,
                            String.valueOf(failed.getMessage()));
                    return Future.succeededFuture();
                })
                .mapEmpty();
    }

    /// The port that is open, or 0.
    public int port() {
        var open = listener;
        return open == null ? 0 : open.actualPort();
    }

    private final class Loop extends VerticleBase {
        private final int port;

        private Loop(int port) {
            this.port = port;
        }

        @Override
        public Future<?> start() {
            var desk = new AdminDesk(folder, pool, tests.apply(vertx), closing);
            var metrics = new MetricsPage(vertx, telemetry, metricsToken);
            var door = new AdminDoor(vertx, desk, metrics, new Actions(telemetry));
            return vertx.createHttpServer(options())
                    .requestHandler(door::meet)
                    .listen()
                    .onSuccess(opened -> listener = opened);
        }

        private HttpServerOptions options() {
            return new HttpServerOptions()
                    .setHost(HERE)
                    .setPort(port)
                    .setIdleTimeout(IDLE_SECONDS)
                    .setIdleTimeoutUnit(TimeUnit.SECONDS);
        }
    }
}
