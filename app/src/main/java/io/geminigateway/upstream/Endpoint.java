package io.geminigateway.upstream;

import io.geminigateway.account.Proxy;
import io.geminigateway.telemetry.Destination;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where one of Google's services listens: scheme, host and port, and the path that comes before every path of
/// its own. `proxy` is how it is reached, if not by everybody's way.
record Endpoint(
        boolean tls,
        Destination destination,
        String prefix,
        @Nullable Proxy proxy) {

    static Endpoint of(URI base) {
        var tls = base.getScheme().equalsIgnoreCase("https");
        var port = base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80;
        var path = base.getRawPath() == null ? "" : base.getRawPath();
        return new Endpoint(
                tls,
                new Destination(base.getHost(), port),
                path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
                null);
    }

    String host() {
        return destination.host();
    }

    int port() {
        return destination.port();
    }

    /// The same, by the account's own way if it has one.
    Endpoint through(@Nullable Proxy own) {
        return own == null ? this : new Endpoint(tls, destination, prefix, own);
    }
}
