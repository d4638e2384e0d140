package io.geminigateway.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
    private static final String UNARY = "unary-tls";

    @Test
    void ratiosAreMadeWithinARun() {
        var slow = run(Stream.concat(cpu("nginx", 40, 42, 44), cpu("gateway", 84, 80, 90)));
        var fast = run(Stream.concat(cpu("nginx", 10), cpu("gateway", 30)));
        var evidence = new Evidence(List.of(slow, fast));

        var ratio = evidence.ratio(UNARY, "gateway", "nginx", Quantity.CPU);

        assertThat(ratio).isEqualTo(new Figure(2.5, 2, 3, 2));
    }

    @Test
    void figuresAreOfAllWindowsOfAllRuns() {
        var evidence = new Evidence(List.of(run(cpu("gateway", 84, 80)), run(cpu("gateway", 30))));

        assertThat(evidence.figure(UNARY, "gateway", Quantity.CPU)).isEqualTo(new Figure(80, 30, 84, 3));
    }

    @Test
    void aRunWithoutTheFigureIsPassedOver() {
        var evidence = new Evidence(
                List.of(run(Stream.concat(cpu("nginx", 10), cpu("gateway", 20))), run(cpu("gateway", 30))));

        assertThat(evidence.ratio(UNARY, "gateway", "nginx", Quantity.CPU).count())
                .isEqualTo(1);
    }

    @Test
    void aRunIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        var written = new Run(
                Map.of("other gateways", "one, and another"),
                List.of(new Topic(UNARY, "request", "whole answer, TLS h2 upstream")),
                cpu("gateway", 84.25).toList());

        written.write(folder.resolve("run.csv"));

        assertThat(Run.read(folder.resolve("run.csv"))).isEqualTo(written);
    }

    private static Stream<Finding> cpu(String contestant, double... values) {
        return Arrays.stream(values).mapToObj(value -> new Finding(UNARY, contestant, Quantity.CPU, value));
    }

    private static Run run(Stream<Finding> findings) {
        var topics = List.of(new Topic(UNARY, "request", "whole answer, TLS h2 upstream"));
        return new Run(Map.of(), topics, findings.toList());
    }
}
