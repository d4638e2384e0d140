package io.geminigateway.upstream;

import java.net.URI;

/// Where one of Google's services listens: scheme, host, port, and the path that comes before every path of
/// its own.
record Endpoint(boolean tls, String host, int port, String prefix) {
    static Endpoint of(URI base) {
        var tls = base.getScheme().equalsIgnoreCase("https");
        var port = base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80;
        var path = base.getRawPath() == null ? "" : base.getRawPath();
        return new Endpoint(
                tls, base.getHost(), port, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }
}
