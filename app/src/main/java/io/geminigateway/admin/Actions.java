package io.geminigateway.admin;

import io.geminigateway.telemetry.Telemetry;
import io.geminigateway.telemetry.TelemetryNames;
import java.util.List;
import java.util.Set;

/// Counts what the operator did, and whether it came to anything.
record Actions(Telemetry telemetry) {
    private static final Set<String> WORDS = Set.of("freeze", "unfreeze", "enable", "disable", "test");

    /// `path` names the action at its end; what is none is not counted.
    void done(List<String> path, boolean well) {
        if (WORDS.contains(path.getLast())) {
            var action = path.size() == 1 ? "unfreeze_all" : path.getLast();
            telemetry.count(TelemetryNames.ADMIN_ACTIONS, action, well ? "ok" : "error");
        }
    }

    void refused() {
        telemetry.count(TelemetryNames.AUTH_FAILURES, "admin", "forbidden");
    }
}
