package io.geminigateway.server;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.telemetry.RouteMeter;
import io.geminigateway.timer.AlarmClock;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Meets every request: names it, finds its route, asks for a key, reads its body, and renders what goes wrong. One per
/// event loop.
final class Front {
    private static final Logger log = LoggerFactory.getLogger(Front.class);

    private final AlarmClock alarms;
    private final ServerSettings settings;
    private final RouteTable routes;
    private final ClientKeys keys;
    private final List<Dialect> dialects;
    private final Doorkeeper doorkeeper;
    private final KeepAlive keepAlive;
    private final DebugHeaders debug;
    private final RouteMeters meters;
    private final Set<Visit> inside = new HashSet<>();

    /// Where no route is found, the first of `dialects` that claims the request tells of it; the last claims all.
    Front(
            AlarmClock alarms,
            ServerSettings settings,
            RouteTable routes,
            ClientKeys keys,
            List<Dialect> dialects,
            Doorkeeper doorkeeper,
            KeepAlive keepAlive,
            DebugHeaders debug,
            RouteMeters meters) {
        this.alarms = alarms;
        this.settings = settings;
        this.routes = routes;
        this.keys = keys;
        this.dialects = List.copyOf(dialects);
        this.doorkeeper = doorkeeper;
        this.keepAlive = keepAlive;
        this.debug = debug;
        this.meters = meters;
    }

    void meet(HttpServerRequest request) {
        var id = RequestId.of(request.getHeader(RequestId.HEADER));
        request.response().putHeader(RequestId.HEADER, id).putHeader(RequestId.ANTHROPICS_HEADER, id);
        Cors.allow(request);
        if (Cors.isPreflight(request)) {
            Cors.answerPreflight(request);
            return;
        }
        var head = head(request, id);
        try {
            var route = routes.find(request.method(), head);
            serve(route, visit(request, head, route.dialect(), id, route.resource(), meters.of(route)));
        } catch (GatewayException unknown) {
            var dialect = spoken(head);
            visit(request, head, dialect, id, "unknown", meters.strays(dialect)).fail(unknown.failure());
        }
    }

    private static Head head(HttpServerRequest request, String id) {
        var query = request.query();
        return new Head(
                request.path(),
                Resource.of(request.path()),
                query == null ? "" : query,
                name -> name.equals(Head.REQUEST_ID) ? id : request.getHeader(name));
    }

    private Dialect spoken(Head head) {
        return dialects.stream()
                .filter(dialect -> dialect.claims(head))
                .findFirst()
                .orElse(dialects.getLast());
    }

    private Visit visit(
            HttpServerRequest request, Head head, Dialect dialect, String id, String route, RouteMeter meter) {
        var visit = new Visit(request, head, dialect, id, route, meter);
        debug.follow(visit);
        var connection = request.connection();
        doorkeeper.enter();
        inside.add(visit);
        keepAlive.began(connection);
        visit.whenOver(() -> {
            inside.remove(visit);
            doorkeeper.leave();
            keepAlive.ended(connection);
        });
        visit.whenOver(() -> {
            AccessLog.write(visit);
            visit.meter().count();
        });
        request.response()
                .endHandler(_ -> visit.over())
                .closeHandler(_ -> visit.over())
                .exceptionHandler(_ -> visit.over());
        request.exceptionHandler(_ -> visit.over());
        return visit;
    }

    /// Tells everybody who is still inside that the gateway goes. On this front's event loop.
    void sendAway() {
        var failure = new Failure.ShuttingDown("The gateway is shutting down");
        for (var visit : List.copyOf(inside)) {
            var serving = visit.serving();
            if (serving != null) {
                serving.abandon(failure);
            } else {
                visit.fail(failure);
            }
        }
    }

    private void serve(Route route, Visit visit) {
        guarded(visit, () -> {
            if (!route.keyless()) {
                visit.admitted(keys.check(visit.request()));
            }
            switch (route.endpoint()) {
                case Endpoint.Head head -> head.handler().accept(visit);
                case Endpoint.Body body -> {
                    if (doorkeeper.isClosing()) {
                        throw new Failure.ShuttingDown("The gateway is shutting down").asException();
                    }
                    BodyReader.read(
                            alarms,
                            visit,
                            settings,
                            doorkeeper.bodies(),
                            bytes -> guarded(visit, () -> body.handler().accept(visit, bytes)),
                            visit::fail);
                }
            }
        });
    }

    /// The one place where an exception becomes an answer.
    static void guarded(Visit visit, Runnable story) {
        try {
            story.run();
        } catch (RuntimeException thrown) {
            fail(visit, thrown);
        }
    }

    static void fail(Visit visit, Throwable thrown) {
        if (thrown instanceof GatewayException refused) {
            visit.fail(refused.failure());
        } else {
            log.error("Request failed by a bug of ours request={} route={}", visit.id(), visit.route(), thrown);
            visit.fail(new Failure.Internal("The gateway failed; its log tells why, under request " + visit.id()));
        }
    }
}
