package io.geminigateway.upstream;

import io.geminigateway.account.Backend;
import io.geminigateway.gemini.Method;
import io.geminigateway.telemetry.CallMeter;
import io.geminigateway.telemetry.Telemetry;
import java.util.EnumMap;
import java.util.Map;

/// The meters of the calls that accounts are asked to make, by their paths. On one event loop.
final class CallMeters {
    private final Telemetry telemetry;
    private final Map<Backend, Map<Method, CallMeter>> meters = new EnumMap<>(Backend.class);

    CallMeters(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    CallMeter of(Backend backend, Method method) {
        return meters.computeIfAbsent(backend, _ -> new EnumMap<>(Method.class))
                .computeIfAbsent(method, asked -> telemetry.calls(template(backend, asked)));
    }

    /// The path, with names in the place of what differs.
    private static String template(Backend backend, Method method) {
        var verb = ":" + method.wireName();
        return switch (backend) {
            case GEMINI_API -> method == Method.RESOURCE ? "/v1beta/{resource}" : "/v1beta/models/{model}" + verb;
            case CODE_ASSIST -> CodeAssist.VERSION + verb;
            case VERTEX -> "/v1/projects/{project}/locations/{location}/publishers/google/models/{model}" + verb;
        };
    }
}
