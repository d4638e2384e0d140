package io.geminigateway.server;

import io.geminigateway.dialect.Carrier;
import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.Head;
import io.geminigateway.pool.Pool;
import io.geminigateway.relay.Relay;
import io.geminigateway.timer.AlarmClock;
import io.geminigateway.upstream.Passage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/// Collects what the gateway answers, for one event loop. Resources are written without `/v1`: see [Resource]. Of
/// routes
/// with the same resource, the first whose dialect claims the request has it.
public final class Routes {
    private static final byte[] WELCOME = """
            {"name":"Gemini Gateway","openai_base_url":"/v1","anthropic_base_url":"/","health":"/livez"}
            """.strip().getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx;
    private final AlarmClock alarms;
    private final ServerSettings settings;
    private final Doorkeeper doorkeeper;
    private final InstantSource clock;
    private final List<Route> routes = new ArrayList<>();
    private Holders holders = Holders.none();
    private DebugHeaders debug = new DebugHeaders(_ -> false);

    Routes(Vertx vertx, ServerSettings settings, Doorkeeper doorkeeper, InstantSource clock) {
        this.vertx = vertx;
        this.alarms = new AlarmClock(vertx);
        this.settings = settings;
        this.doorkeeper = doorkeeper;
        this.clock = clock;
    }

    /// `POST resource` is read and answered in this dialect, and served through the relay.
    public Routes post(String resource, Dialect dialect, Relay relay) {
        return post(resource, dialect, relay, MediaSource.NONE);
    }

    /// The same, where requests may name remote media.
    public Routes post(String resource, Dialect dialect, Relay relay, MediaSource media) {
        return relayed(HttpMethod.POST, resource, dialect, relay, media);
    }

    /// The same by another method.
    public Routes relayed(HttpMethod method, String resource, Dialect dialect, Relay relay) {
        return relayed(method, resource, dialect, relay, MediaSource.NONE);
    }

    private Routes relayed(HttpMethod method, String resource, Dialect dialect, Relay relay, MediaSource media) {
        var endpoint = new DialectEndpoint(vertx, alarms, dialect, relay, settings, clock, media, holders);
        routes.add(new Route(method, resource, dialect, false, new Endpoint.Body(endpoint::handle)));
        return this;
    }

    /// What is larger than memory is carried through, in both directions. `keyless` where the address itself is the
    /// key.
    public Routes carry(HttpMethod method, String resource, Carrier carrier, boolean keyless, Passage passage) {
        var endpoint = new PassageEndpoint(alarms, carrier, passage, holders, doorkeeper, clock);
        routes.add(new Route(method, resource, carrier, keyless, new Endpoint.Head(endpoint::carry)));
        return this;
    }

    /// Who holds what requests use; to be told before any route that may need it.
    public Routes holders(Holders known) {
        holders = known;
        return this;
    }

    /// `GET resource` is answered with this JSON, without the relay. The answer may complete anywhere; it fails with a
    /// [io.geminigateway.failure.GatewayException] when the client is to be told so.
    public Routes get(String resource, Dialect dialect, Function<Head, Future<byte[]>> answer) {
        return local(HttpMethod.GET, resource, dialect, answer);
    }

    /// The same for `POST`; the body is of no interest.
    public Routes post(String resource, Dialect dialect, Function<Head, Future<byte[]>> answer) {
        return local(HttpMethod.POST, resource, dialect, answer);
    }

    /// The same for `DELETE`.
    public Routes delete(String resource, Dialect dialect, Function<Head, Future<byte[]>> answer) {
        return local(HttpMethod.DELETE, resource, dialect, answer);
    }

    /// Clients that want a WebSocket at `resource` are told at once that there is none, so that they go on without.
    public Routes withoutWebSocket(String resource, Dialect dialect, String allowed) {
        var endpoint = new UpgradeEndpoint(dialect, allowed);
        routes.add(new Route(HttpMethod.GET, resource, dialect, false, new Endpoint.Head(endpoint::refuse)));
        return this;
    }

    private Routes local(HttpMethod method, String resource, Dialect dialect, Function<Head, Future<byte[]>> answer) {
        var endpoint = new LocalEndpoint(vertx, answer);
        routes.add(new Route(method, resource, dialect, false, new Endpoint.Head(endpoint::answer)));
        return this;
    }

    /// `/livez`, `/readyz`, `/healthz`, and a word of welcome for those who try whether anybody is there.
    public Routes health(Dialect dialect, Pool pool) {
        var endpoint = new HealthEndpoint(pool, doorkeeper);
        open(dialect, "/livez", new Endpoint.Head(endpoint::alive));
        open(dialect, "/healthz", new Endpoint.Head(endpoint::alive));
        open(dialect, "/readyz", new Endpoint.Head(endpoint::ready));
        open(dialect, "/", new Endpoint.Head(visit -> visit.answer(200, WELCOME)));
        open(dialect, "/api/hello", new Endpoint.Head(visit -> visit.answer(200, WELCOME))); // asked by Claude Code
        return this;
    }

    /// `POST /management/unfreeze`: every freeze ends. Only for whom `allowed` lets in.
    public Routes unfreeze(Dialect dialect, Predicate<HttpServerRequest> allowed, IntSupplier thawAll) {
        var endpoint = new UnfreezeEndpoint(allowed, thawAll);
        routes.add(new Route(
                HttpMethod.POST, "/management/unfreeze", dialect, false, new Endpoint.Head(endpoint::unfreeze)));
        return this;
    }

    /// Whom answers tell how they came about, if he asks: see [DebugHeaders].
    public Routes debug(Predicate<HttpServerRequest> allowed) {
        debug = new DebugHeaders(allowed);
        return this;
    }

    private void open(Dialect dialect, String resource, Endpoint endpoint) {
        routes.add(new Route(HttpMethod.GET, resource, dialect, true, endpoint));
    }

    AlarmClock alarms() {
        return alarms;
    }

    DebugHeaders debug() {
        return debug;
    }

    RouteTable table() {
        return new RouteTable(routes);
    }
}
