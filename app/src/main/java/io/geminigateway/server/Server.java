package io.geminigateway.server;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.telemetry.Telemetry;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The listener for clients: one per event loop, all behind one port. Thread-safe.
public final class Server {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final int LONGEST_REQUEST_LINE = 8 << 10;
    private static final int LARGEST_HEAD = 32 << 10;

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

    /// What was written to the sockets gets so long to leave them.
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final ServerSettings settings;
    private final List<Dialect> dialects;
    private final InstantSource clock;
    private final Telemetry telemetry;
    private final ClientKeys keys;
    private final Doorkeeper doorkeeper;
    private final List<HttpServer> listeners = new CopyOnWriteArrayList<>();
    private final List<Loop> loops = new CopyOnWriteArrayList<>();

    /// Unknown paths are refused by the first of `dialects` that claims the request; the last claims all.
    public Server(
            Vertx vertx, ServerSettings settings, List<Dialect> dialects, InstantSource clock, Telemetry telemetry) {
        this.vertx = vertx;
        this.settings = settings;
        this.dialects = List.copyOf(dialects);
        this.clock = clock;
        this.telemetry = telemetry;
        this.keys = new ClientKeys(settings.apiKeys());
        this.doorkeeper = new Doorkeeper(new BodyBudget(settings.bodiesLimit()));
    }

    /// Opens the port on so many event loops; `wiring` fills in the routes on each of them. Fails when the port is
    /// taken.
    public Future<Server> start(int loops, BiConsumer<Vertx, Routes> wiring) {
        var started = Future.<String>succeededFuture();
        for (var i = 0; i < loops; i++) {
            started = started.compose(_ -> vertx.deployVerticle((Deployable) new Loop(wiring)));
        }
        return started.map(this);
    }

    /// The port that is open, or 0.
    public int port() {
        return listeners.isEmpty() ? 0 : listeners.getFirst().actualPort();
    }

    /// How many requests are being served.
    public int inside() {
        return doorkeeper.inside();
    }

    /// How many bytes of request bodies lie in memory.
    public long bodyBytes() {
        return doorkeeper.bodies().held();
    }

    /// Refuses new work, lets what runs come to its end within the drain time, then closes the port.
    public Future<Void> close() {
        log.info("Draining inside={}", doorkeeper.inside());
        var patience = vertx.timer(settings.drain().toMillis(), TimeUnit.MILLISECONDS);
        return Future.any(doorkeeper.close(), patience)
                .compose(_ -> {
                    patience.cancel();
                    log.info("Drained left={}", doorkeeper.inside());
                    return Future.join(loops.stream().map(Loop::sendAway).toList());
                })
                .compose(_ -> Future.join(listeners.stream()
                        .map(listener -> listener.shutdown(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS))
                        .toList()))
                .mapEmpty();
    }

    /// One event loop's share of the server.
    private final class Loop extends VerticleBase {
        private final BiConsumer<Vertx, Routes> wiring;
        private @Nullable Front front;

        private Loop(BiConsumer<Vertx, Routes> wiring) {
            this.wiring = wiring;
        }

        @Override
        public Future<?> start() {
            var routes = new Routes(vertx, settings, doorkeeper, clock);
            wiring.accept(vertx, routes);
            var keepAlive = new KeepAlive(vertx, KEEP_ALIVE);
            var opened = new Front(
                    routes.alarms(),
                    settings,
                    routes.table(),
                    keys,
                    dialects,
                    doorkeeper,
                    keepAlive,
                    routes.debug(),
                    new RouteMeters(telemetry));
            front = opened;
            loops.add(this);
            return vertx.createHttpServer(options())
                    .connectionHandler(connection -> {
                        SharedFlush.of(connection);
                        // who leaves in the middle of an answer is no error; the close handler hears of it
                        connection.exceptionHandler(gone -> log.debug("Connection broke: {}", gone.getMessage()));
                        keepAlive.opened(connection);
                    })
                    .requestHandler(opened::meet)
                    .listen(address())
                    .onSuccess(listeners::add);
        }

        /// Port 0 is any free port, but the same one for all loops.
        private SocketAddress address() {
            return settings.port() == 0
                    ? SocketAddress.sharedRandomPort(1, settings.host())
                    : SocketAddress.inetSocketAddress(settings.port(), settings.host());
        }

        /// Completes when everybody on this loop has been told to go.
        private Future<Void> sendAway() {
            var told = Promise.<Void>promise();
            context.runOnContext(_ -> {
                if (front != null) {
                    front.sendAway();
                }
                told.complete();
            });
            return told.future();
        }

        private HttpServerOptions options() {
            return new HttpServerOptions()
                    .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                    .setMaxHeaderSize(LARGEST_HEAD)
                    .setHandle100ContinueAutomatically(true)
                    .setPerFrameWebSocketCompressionSupported(false) // there are no web sockets here
                    .setPerMessageWebSocketCompressionSupported(false)
                    .setTcpNoDelay(true);
        }
    }
}
