package io.geminigateway;

import io.geminigateway.account.Proxy;
import io.geminigateway.account.TokenEndpoint;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.telemetry.Telemetry;
import io.geminigateway.upstream.Endpoints;
import io.vertx.core.Future;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The token endpoint, and how long it takes. With an `override`, every form goes there.
record TimedTokenEndpoint(TokenEndpoint endpoint, @Nullable URI override, Telemetry telemetry)
        implements TokenEndpoint {
    private static final String METHOD = "POST";

    @Override
    public Future<Answer> post(URI usual, Map<String, String> form, @Nullable Proxy proxy) {
        var begun = System.nanoTime();
        var place = override == null ? usual : override;
        var destination = Endpoints.destination(place);
        var meter = telemetry.calls(place.getPath());
        return endpoint.post(usual, form, proxy)
                .onSuccess(answer -> meter.ended(METHOD, destination, answer.status(), null, System.nanoTime() - begun))
                .onFailure(_ ->
                        meter.ended(METHOD, destination, 0, ErrorType.UPSTREAM_CONNECT, System.nanoTime() - begun));
    }
}
