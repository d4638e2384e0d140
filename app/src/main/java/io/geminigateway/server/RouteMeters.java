package io.geminigateway.server;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.Family;
import io.geminigateway.telemetry.Operation;
import io.geminigateway.telemetry.RouteMeter;
import io.geminigateway.telemetry.Telemetry;
import io.vertx.core.http.HttpMethod;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;

/// The meter of each route, made when somebody first comes that way. On one event loop.
final class RouteMeters {
    private static final String NO_ROUTE = "unknown";

    private final Telemetry telemetry;
    private final IdentityHashMap<Route, RouteMeter> meters = new IdentityHashMap<>();
    private final Map<Family, RouteMeter> strays = new EnumMap<>(Family.class);

    RouteMeters(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    RouteMeter of(Route route) {
        return meters.computeIfAbsent(route, this::made);
    }

    private RouteMeter made(Route route) {
        var family = route.dialect().family().wireName();
        return route.keyless() && route.method().equals(HttpMethod.GET)
                ? telemetry.sideRoute(family, route.resource())
                : telemetry.route(family, operation(route), route.resource());
    }

    /// Of requests that no route takes.
    RouteMeter strays(Dialect spoken) {
        return strays.computeIfAbsent(
                spoken.family(), family -> telemetry.route(family.wireName(), Operation.OTHER, NO_ROUTE));
    }

    private static Operation operation(Route route) {
        if (!route.method().equals(HttpMethod.POST) || !(route.endpoint() instanceof Endpoint.Body)) {
            return Operation.OTHER;
        }
        return switch (route.resource()) {
            case "/chat/completions", "/responses", "/messages" -> Operation.CHAT;
            case "/completions" -> Operation.TEXT_COMPLETION;
            case "/embeddings" -> Operation.EMBEDDINGS;
            default -> Operation.GENERATE_CONTENT; // in Google's own words, or pictures and speech
        };
    }
}
