package io.geminigateway.server;

import io.geminigateway.failure.Failure;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.stream.Collectors;

/// Every path that the gateway answers, in one list. Thread-safe.
final class RouteTable {
    private final List<Route> routes;

    RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /// The route for a request; throws the 404 or 405 that the client is told.
    Route find(HttpMethod method, String path) {
        var resource = Resource.of(path);
        for (var route : routes) {
            if (route.takes(method) && route.matches(resource)) {
                return route;
            }
        }
        var allowed = routes.stream()
                .filter(route -> route.matches(resource))
                .map(route -> route.method().name())
                .distinct()
                .collect(Collectors.joining(", "));
        if (allowed.isEmpty()) {
            throw new Failure.NotFound("Unknown request URL: %s %s".formatted(method.name(), shown(path)))
                    .asException();
        }
        throw new Failure.MethodNotAllowed(
                        "%s is not allowed on %s; use %s".formatted(method.name(), shown(path), allowed), allowed)
                .asException();
    }

    private static String shown(String path) {
        return path.length() > 200 ? path.substring(0, 200) + "..." : path;
    }
}
