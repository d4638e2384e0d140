package io.geminigateway.benchmarks.report;

import static io.geminigateway.benchmarks.report.Contestants.DIRECT;
import static io.geminigateway.benchmarks.report.Contestants.GATEWAY;
import static io.geminigateway.benchmarks.report.Contestants.NGINX;
import static io.geminigateway.benchmarks.report.Memory.MEGABYTE;

import io.geminigateway.benchmarks.plot.Bars;
import io.geminigateway.benchmarks.plot.Curves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The plots of the page. One that would be empty is not written.
record Pictures(Evidence evidence) {
    void write(Path folder) throws IOException {
        ratios().write(folder.resolve("ratios.svg"));
        latency().write(folder.resolve("latency.svg"));
        memory().write(folder.resolve("memory.svg"));
        soak().write(folder.resolve("soak.svg"));
    }

    private Bars ratios() {
        var bars = new Bars("Processor time, as a multiple of nginx's (logarithmic)", "x");
        for (var workload : List.of("unary", "burst", "paced")) {
            var id = evidence.known(workload);
            for (var name : evidence.contestants()) {
                var ratio = evidence.ratio(id, name, NGINX, Quantity.CPU);
                bars.bar(title(id), name, ratio.median());
            }
        }
        return bars;
    }

    private Bars latency() {
        var bars = new Bars("What one client waits, microseconds (logarithmic)", "us");
        addWaits(bars, evidence.known("unary"), "latency");
        addWaits(bars, evidence.known("burst"), "first");
        return bars;
    }

    private void addWaits(Bars bars, String id, String what) {
        for (var percentile : List.of(50.0, 99.0, 99.9)) {
            var quantity = Quantity.waiting("alone", what, percentile);
            for (var name : List.of(DIRECT, NGINX, GATEWAY)) {
                var place = "%s, %s".formatted(title(id), quantity.substring(quantity.indexOf(".p") + 1));
                bars.bar(place, name, evidence.figure(id, name, quantity).median());
            }
        }
    }

    private Curves memory() {
        var curves = new Curves("Resident memory by open streams", "open streams", "MB");
        for (var name : List.of(NGINX, GATEWAY)) {
            for (var topic : evidence.topicsWith(Quantity.OPEN_STREAMS)) {
                var streams = evidence.figure(topic.id(), name, Quantity.OPEN_STREAMS);
                var resident =
                        evidence.figure(topic.id(), name, Quantity.RESIDENT).in(MEGABYTE);
                curves.point(name, streams.median(), resident.median());
            }
        }
        return curves;
    }

    private Curves soak() {
        var curves = new Curves("Resident memory of the gateway under an even load", "seconds", "MB");
        var id = evidence.known("soak");
        for (var i = 0; i < evidence.runs().size(); i++) {
            var second = 0;
            for (var finding : evidence.runs().get(i).findings()) {
                if (finding.isOf(id, GATEWAY, Quantity.SOAK)) {
                    curves.point("run " + (i + 1), second++, finding.value() / MEGABYTE);
                }
            }
        }
        return curves;
    }

    private String title(String id) {
        return evidence.topics().stream()
                .filter(topic -> topic.id().equals(id))
                .map(Topic::title)
                .findFirst()
                .orElse(id);
    }
}
