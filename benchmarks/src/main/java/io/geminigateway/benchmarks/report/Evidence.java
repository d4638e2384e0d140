package io.geminigateway.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What all runs found together. A ratio or a difference is made within each run, from medians: machines are faster on
/// one day than on another, and both sides with them.
record Evidence(List<Run> runs) {
    Evidence {
        runs = List.copyOf(runs);
    }

    /// Of every valid window of every run.
    Figure figure(String scenario, String contestant, String quantity) {
        return Figure.of(runs.stream()
                .flatMap(run -> run.findings().stream())
                .filter(finding -> finding.isOf(scenario, contestant, quantity))
                .mapToDouble(Finding::value));
    }

    /// Of the runs that have it: one value for each.
    Figure ofRuns(ToDoubleFunction<Run> value) {
        return Figure.of(runs.stream().mapToDouble(value).filter(Double::isFinite));
    }

    /// How many times `other` the first is, in processor time or what else.
    Figure ratio(String scenario, String one, String other, String quantity) {
        return ofRuns(run -> run.figure(scenario, one, quantity).median()
                / run.figure(scenario, other, quantity).median());
    }

    /// How much more the first is.
    Figure added(String scenario, String one, String other, String quantity) {
        return ofRuns(run -> run.figure(scenario, one, quantity).median()
                - run.figure(scenario, other, quantity).median());
    }

    /// In the order in which they were measured first.
    List<Topic> topics() {
        return new ArrayList<>(new LinkedHashSet<>(
                runs.stream().flatMap(run -> run.topics().stream()).toList()));
    }

    /// The topics with such a finding of anyone.
    List<Topic> topicsWith(String quantity) {
        return topics().stream()
                .filter(topic -> runs.stream()
                        .flatMap(run -> run.findings().stream())
                        .anyMatch(finding -> finding.scenario().equals(topic.id())
                                && finding.quantity().equals(quantity)))
                .toList();
    }

    /// The scenario of a workload: over TLS where that was measured.
    String known(String workload) {
        var tls = workload + "-tls";
        return topics().stream().anyMatch(topic -> topic.id().equals(tls)) ? tls : workload + "-h1";
    }

    /// Everyone with processor time of their own, in the order in which they were measured.
    List<String> contestants() {
        return runs.stream()
                .flatMap(run -> run.findings().stream())
                .filter(finding -> finding.quantity().equals(Quantity.CPU))
                .map(Finding::contestant)
                .distinct()
                .sorted(java.util.Comparator.comparingInt(Contestants::rank))
                .toList();
    }

    Stream<String> peers() {
        return contestants().stream().filter(Contestants::isPeer);
    }
}
