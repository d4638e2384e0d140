package io.geminigateway.benchmarks.report;

import static io.geminigateway.benchmarks.report.Contestants.DIRECT;
import static io.geminigateway.benchmarks.report.Contestants.GATEWAY;
import static io.geminigateway.benchmarks.report.Contestants.NGINX;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Every goal that was set, with what was measured beside it: the first thing that the page tells.
final class Goals implements Section {
    private static final double MEGABYTE = 1 << 20;
    private static final double KILOBYTE = 1 << 10;
    private static final Map<String, String> CROWDS =
            Map.of("many1000", "1,000", "many2000", "2,000", "many5000", "5,000", "many9500", "9,500");

    private final Evidence evidence;
    private final List<Goal> goals = new ArrayList<>();

    Goals(Evidence evidence) {
        this.evidence = evidence;
        processorTime();
        latency();
        memory();
        manners();
    }

    private void processorTime() {
        beside("unary", "whole answer", "2.0 x, then 1.5 x", 2.0);
        beside("paced", "paced event", "1.3 x, then 1.1 x", 1.3);
        beside("burst", "burst event", "4 x, then 3 x", 4.0);
        for (var workload : List.of("unary", "paced", "burst")) {
            var id = evidence.known(workload);
            add(
                    "the same, %s, beside the cheapest other gateway".formatted(workload),
                    "1 x",
                    1.0,
                    "x",
                    evidence.ofRuns(run -> run.figure(id, GATEWAY, Quantity.CPU).median()
                            / evidence.peers()
                                    .mapToDouble(peer ->
                                            run.figure(id, peer, Quantity.CPU).median())
                                    .filter(Double::isFinite)
                                    .min()
                                    .orElse(Double.NaN)));
        }
    }

    private void beside(String workload, String what, String wanted, double limit) {
        var ratio = evidence.ratio(evidence.known(workload), GATEWAY, NGINX, Quantity.CPU);
        add("processor time of a %s, beside nginx".formatted(what), wanted, limit, "x", ratio);
    }

    private void latency() {
        added("added latency, one client", "unary", "alone", "latency", 150, 300);
        added("added time to the first event, burst, one client", "burst", "alone", "first", 250, 600);
        added("added time to the first event, paced", "paced", "full", "first", 250, 600);
        var lag = Quantity.waiting("full", "lag", 99);
        add("lag of an event, 1,000 streams, p99", "2 ms", 2000, "us", ofRuns("many1000", lag, 1));
    }

    private void added(String what, String workload, String press, String kind, double at50, double at99) {
        var id = evidence.known(workload);
        var p50 = Quantity.waiting(press, kind, 50);
        var p99 = Quantity.waiting(press, kind, 99);
        add(what + ", p50", Figure.number(at50) + " us", at50, "us", evidence.added(id, GATEWAY, DIRECT, p50));
        add(what + ", p99", Figure.number(at99) + " us", at99, "us", evidence.added(id, GATEWAY, DIRECT, p99));
    }

    private void memory() {
        add("memory, idle after the start", "100 MB", 100, "MB", ofStart(Quantity.IDLE, MEGABYTE));
        CROWDS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(crowd -> {
            var each = ofRuns(crowd.getKey(), Quantity.STREAM_MEMORY, KILOBYTE);
            add("memory of each of %s open streams".formatted(crowd.getValue()), "48 KiB", 48, "KiB", each);
        });
        var all = ofRuns("many2000", Quantity.RESIDENT, MEGABYTE);
        add("memory with 2,000 open streams", "250 MB", 250, "MB", all);
        var climb = ofRuns("soak", Quantity.SOAK_CLIMB, 0.01);
        add("memory over the soak: how far it climbs", "flat: 2 %", 2, "%", climb);
    }

    private void manners() {
        add("processor time to the first answer, AOT cache", "1.2 s", 1.2, "s", ofStart(Quantity.START_CPU, 1e6));
        add("choosing among 50 accounts", "5 us", 5, "us", evidence.figure("jmh", GATEWAY, "choice"));
        add(
                "cancel seen upstream, silent upstream, worst",
                "100 ms",
                100,
                "ms",
                ofRuns("cancel", "silent.cancel.worst", 1e3));
        add("the same, after the first event", "100 ms", 100, "ms", ofRuns("cancel", "stalled.cancel.worst", 1e3));
        add("the same, while events flow", "100 ms", 100, "ms", ofRuns("cancel", "flowing.cancel.worst", 1e3));
    }

    /// Of the first stage, in which nothing else had been asked.
    private Figure ofStart(String quantity, double unit) {
        return evidence.ofRuns(run -> run.topics().stream()
                        .map(topic -> run.figure(topic.id(), GATEWAY, quantity).median())
                        .filter(Double::isFinite)
                        .findFirst()
                        .orElse(Double.NaN)
                / unit);
    }

    private Figure ofRuns(String workload, String quantity, double unit) {
        var id = evidence.known(workload);
        return evidence.ofRuns(run -> run.figure(id, GATEWAY, quantity).median() / unit);
    }

    private void add(String what, String wanted, double limit, String unit, Figure measured) {
        goals.add(new Goal(what, wanted, limit, unit, measured));
    }

    @Override
    public String markdown() {
        var table = new Table("what", "goal", "measured", "");
        goals.forEach(goal -> table.row(goal.cells()));
        return """
                ## The goals

                "Beside" and "added" compare within one run. Where there were several runs, this is the middle one of them, with the
                lowest and the highest.

                %s""".formatted(table);
    }
}
