package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Finding;
import io.geminigateway.benchmarks.report.Quantity;
import io.geminigateway.benchmarks.report.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// Collects what a run finds.
final class Notebook {
    /// Each with how many waits it takes, or it would be told by chance.
    private static final Map<Double, Integer> PERCENTILES = Map.of(50.0, 1, 99.0, 100, 99.9, 10_000);

    private final List<Topic> topics = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    void topic(Topic topic) {
        topics.add(topic);
    }

    void note(String topic, String contestant, String quantity, double value) {
        findings.add(new Finding(topic, contestant, quantity, value));
    }

    void note(String topic, String contestant, String quantity, long value) {
        note(topic, contestant, quantity, (double) value);
    }

    /// The percentiles of what was waited for, as far as there are enough; the median always.
    void waits(String topic, String contestant, String press, String what, Histogram waits) {
        PERCENTILES.forEach((percentile, enough) -> {
            if (waits.getTotalCount() >= enough) {
                note(
                        topic,
                        contestant,
                        Quantity.waiting(press, what, percentile),
                        waits.getValueAtPercentile(percentile) / 1e3);
            }
        });
    }

    List<Topic> topics() {
        return topics;
    }

    List<Finding> findings() {
        return findings;
    }
}
