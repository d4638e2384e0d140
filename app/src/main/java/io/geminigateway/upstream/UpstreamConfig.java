package io.geminigateway.upstream;

import io.geminigateway.account.Proxy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The settings of this package. `caFile` holds certificates to trust beside the JDK's own; `proxy` is what
/// everything goes through unless an account has its own; `version` is what we tell Google we are.
public record UpstreamConfig(
        Endpoints endpoints,
        Timeouts timeouts,
        @Nullable Path caFile,
        @Nullable Proxy proxy,
        String version) {

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
}
