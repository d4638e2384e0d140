package io.geminigateway.benchmarks.compare;

import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/// How long clients waited, for whole answers, first events and each paced event.
final class Latencies {
    private final Table table = new Table("what", "percentile", "direct", "nginx", "gateway", "added", "goal");

    Latencies(List<Bout> bouts) {
        bouts.forEach(this::add);
    }

    private void add(Bout bout) {
        var title = bout.scenario().title();
        switch (bout.scenario().workload()) {
            case UNARY -> {
                both(bout, Probe.ALONE, Tally::latency, title + ", one client", "150", "300");
                both(bout, Probe.OPEN, Tally::latency, title + ", open loop", "-", "-");
            }
            case PACED -> {
                both(bout, Probe.FULL, Tally::firstMark, title + ", first event", "250", "600");
                row(bout, Probe.FULL, Tally::lag, title + ", lag of an event", 99, "2,000");
            }
            case LATE -> both(bout, Probe.FULL, Tally::latency, title, "-", "-");
            case PROMPT_10K, PROMPT_100K, PROMPT_1M, HISTORY, MANY_1000, MANY_5000, MANY_9500 ->
                row(bout, Probe.FULL, Tally::latency, title, 50, "-");
            case BURST -> both(bout, Probe.ALONE, Tally::firstMark, title + ", one client, first event", "250", "600");
        }
    }

    private void both(
            Bout bout, Probe probe, Function<Tally, Histogram> kind, String title, String goal50, String goal99) {
        row(bout, probe, kind, title, 50, goal50);
        row(bout, probe, kind, title, 99, goal99);
    }

    private void row(
            Bout bout, Probe probe, Function<Tally, Histogram> kind, String title, int percentile, String goal) {
        var direct = figure(bout, Direct.NAME, probe, kind, percentile);
        var gateway = figure(bout, Gateway.NAME, probe, kind, percentile);
        table.row(
                title,
                "p" + percentile,
                direct.text(),
                figure(bout, NginxPassThrough.NAME, probe, kind, percentile).text(),
                gateway.text(),
                Figure.number(gateway.median() - direct.median()),
                goal);
    }

    private static Figure figure(
            Bout bout, String contestant, Probe probe, Function<Tally, Histogram> kind, int percentile) {
        return bout.figure(
                contestant, probe, window -> kind.apply(window.tally()).getValueAtPercentile(percentile) / 1e3);
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
