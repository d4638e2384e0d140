package io.geminigateway.server;

import io.geminigateway.dialect.Dialect;
import io.vertx.core.http.HttpMethod;

/// One line of the route table. `resource` is a path as [Resource] reads it; one that ends in `/*` takes everything
/// below.
/// `keyless` routes are open to all; the others ask for a client key. Failures are told in `dialect`.
record Route(HttpMethod method, String resource, Dialect dialect, boolean keyless, Endpoint endpoint) {
    private static final String BELOW = "/*";

    boolean matches(String path) {
        if (resource.endsWith(BELOW)) {
            var parent = resource.length() - 1;
            return path.length() > parent && path.startsWith(resource.substring(0, parent));
        }
        return resource.equals(path);
    }

    boolean takes(HttpMethod asked) {
        return method.equals(asked) || (method.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD));
    }
}
