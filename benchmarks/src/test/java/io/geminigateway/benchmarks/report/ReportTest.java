package io.geminigateway.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final List<Topic> topics = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void everyGoalIsToldEvenWhenNothingWasMeasured() {
        var page = Report.markdown(new Evidence(List.of(run())));

        assertThat(page)
                .contains("| processor time of a whole answer, beside nginx | 2.0 x, then 1.5 x | not measured | - |")
                .contains("| cancel seen upstream, silent upstream, worst | 100 ms | not measured | - |")
                .contains("| memory with 2,000 open streams | 250 MB | not measured | - |")
                .doesNotContain("NaN");
    }

    @Test
    void aGoalStandsBesideItsFigureAndTheVerdict() {
        topic("unary-tls", "request");
        find("unary-tls", "nginx", Quantity.CPU, 30);
        find("unary-tls", "gateway", Quantity.CPU, 45);
        find("unary-tls", "node", Quantity.CPU, 36);

        var page = Report.markdown(new Evidence(List.of(run())));

        assertThat(page)
                .contains("beside nginx | 2.0 x, then 1.5 x | 1.50 x | met |")
                .contains("the same, unary, beside the cheapest other gateway | 1 x | 1.25 x | not met |");
    }

    @Test
    void severalRunsShowTheMiddleAndTheRange() {
        topic("cancel-tls", "event");
        find("cancel-tls", "gateway", "silent.cancel.worst", 20_000);
        var first = run();
        findings.clear();
        find("cancel-tls", "gateway", "silent.cancel.worst", 120_000);
        var second = run();
        findings.clear();
        find("cancel-tls", "gateway", "silent.cancel.worst", 40_000);

        var page = Report.markdown(new Evidence(List.of(first, second, run())));

        assertThat(page)
                .contains("cancel seen upstream, silent upstream, worst | 100 ms | 40.0 (20.0-120) ms | met |")
                .contains("of 3 runs");
    }

    private Run run() {
        return new Run(Map.of("date", "2026-11-30"), topics, findings);
    }

    private void topic(String id, String unit) {
        topics.add(new Topic(id, unit, id));
    }

    private void find(String scenario, String contestant, String quantity, double value) {
        findings.add(new Finding(scenario, contestant, quantity, value));
    }
}
