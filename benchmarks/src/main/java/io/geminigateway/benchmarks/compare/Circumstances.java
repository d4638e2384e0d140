package io.geminigateway.benchmarks.compare;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Which programs were measured, on what, and how.
final class Circumstances {
    private Circumstances() {}

    /// `loadBefore` is how busy the machine was when the run began.
    static Map<String, String> of(Plan plan, String loadBefore) {
        var told = new LinkedHashMap<String, String>();
        told.put(
                "date",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).format(ZonedDateTime.now(ZoneOffset.UTC))
                        + " UTC");
        told.put("gateway", System.getProperty("compare.revision", "-"));
        told.put("nginx", System.getProperty("compare.nginx", "-"));
        told.put("other gateways", System.getProperty("compare.peers", "-"));
        told.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        told.put("machine", Machine.describe());
        told.put("load average", "%s before, %s after".formatted(loadBefore, Machine.load()));
        told.put(
                "cores",
                plan.pinned()
                        ? "contestant on core %d, mock and clients on core %d".formatted(Core.CONTESTANT, Core.RIG)
                        : "not pinned");
        told.put("plan", plan.text());
        return told;
    }
}
