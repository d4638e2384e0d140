package io.geminigateway.upstream;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The settings of this package. `caFile` holds certificates to trust beside the JDK's own; `proxy` is an
/// http or socks5 URI that everything goes through; `version` is what we tell Google we are.
public record UpstreamConfig(
        Endpoints endpoints,
        Timeouts timeouts,
        @Nullable Path caFile,
        @Nullable URI proxy,
        String version) {

    private static final Set<String> PROXIES = Set.of("http", "socks5");

    public UpstreamConfig {
        if (proxy != null && !(PROXIES.contains(String.valueOf(proxy.getScheme())) && proxy.getHost() != null)) {
            throw new IllegalArgumentException(
                    "PROXY: '%s' is not valid: expected http://host:port or socks5://host:port"
                            .formatted(withoutUser(proxy)));
        }
    }

    public static UpstreamConfig defaults(String version) {
        return new UpstreamConfig(Endpoints.GOOGLE, Timeouts.defaults(), null, null, version);
    }

    public UpstreamConfig at(Endpoints newEndpoints) {
        return new UpstreamConfig(newEndpoints, timeouts, caFile, proxy, version);
    }

    public UpstreamConfig within(Timeouts newTimeouts) {
        return new UpstreamConfig(endpoints, newTimeouts, caFile, proxy, version);
    }

    public UpstreamConfig trusting(Path newCaFile) {
        return new UpstreamConfig(endpoints, timeouts, newCaFile, proxy, version);
    }

    String userAgent() {
        return "gemini-gateway/" + version;
    }

    /// The proxy's password stays out of it.
    @Override
    public String toString() {
        return "UpstreamConfig[%s, %s, caFile=%s, proxy=%s, version=%s]"
                .formatted(endpoints, timeouts, caFile, proxy == null ? "none" : withoutUser(proxy), version);
    }

    private static String withoutUser(URI proxy) {
        return proxy.getRawUserInfo() == null
                ? proxy.toString()
                : proxy.toString().replace(proxy.getRawUserInfo(), "***");
    }
}
