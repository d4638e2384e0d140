package io.geminigateway.server;

import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every path that the gateway answers, in one list. Where several dialects share one, the first that claims the
/// request has it, else the last. Thread-safe.
final class RouteTable {
    private final List<Route> routes;

    /// For each resource that a route names, the routes that match it, in their order: nearly every request asks for
    /// one.
    private final Map<String, List<Route>> byResource;

    RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        byResource = this.routes.stream()
                .map(Route::resource)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(resource -> resource, this::matching));
    }

    /// The route for a request; throws the 404 or 405 that the client is told.
    Route find(HttpMethod method, Head head) {
        var found = fitting(method, head);
        if (found != null) {
            return found;
        }
        var allowed = matching(head.resource()).stream()
                .map(route -> route.method().name())
                .distinct()
                .collect(Collectors.joining(", "));
        if (allowed.isEmpty()) {
            throw new Failure.NotFound("Unknown request URL: %s %s".formatted(method.name(), shown(head.path())))
                    .asException();
        }
        throw new Failure.MethodNotAllowed(
                        "%s is not allowed on %s; use %s".formatted(method.name(), shown(head.path()), allowed),
                        allowed)
                .asException();
    }

    private @Nullable Route fitting(HttpMethod method, Head head) {
        @Nullable Route last = null;
        for (var route : byResource.getOrDefault(head.resource(), routes)) {
            if (route.takes(method) && route.matches(head.resource())) {
                if (route.dialect().claims(head)) {
                    return route;
                }
                last = route;
            }
        }
        return last;
    }

    private List<Route> matching(String resource) {
        return routes.stream().filter(route -> route.matches(resource)).toList();
    }

    private static String shown(String path) {
        return path.length() > 200 ? path.substring(0, 200) + "..." : path;
    }
}
