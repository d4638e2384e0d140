package io.geminigateway.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The list of all metrics, `telemetry/metrics.txt`: name, kind, unit, buckets, labels.
public final class MetricList {
    private MetricList() {}

    static List<String> lines() {
        try (var file = Objects.requireNonNull(MetricList.class.getResourceAsStream("/telemetry/metrics.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The labels of each metric, all in Prometheus' spelling, without what a histogram's lines have behind their
    /// names.
    public static Map<String, Set<String>> inPrometheus() {
        return lines().stream()
                .map(line -> line.split(" \\| ", -1))
                .collect(Collectors.toMap(
                        MetricList::name,
                        row -> row[4].equals("-")
                                ? Set.of()
                                : Set.of(row[4].replace('.', '_').split(" ", -1))));
    }

    /// The names of all series that a scrape may have, Java's own among them.
    static Set<String> scraped() {
        var java = new Exposition(TestTelemetry.fresh()).page("");
        var names = new HashSet<String>();
        new String(java.text(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
        inPrometheus().keySet().forEach(name -> {
            names.add(name);
            List.of("_bucket", "_sum", "_count").forEach(end -> names.add(name + end));
        });
        return names;
    }

    private static String name(String[] row) {
        var name = row[0].replace('.', '_');
        var unit = switch (row[2]) {
            case "s" -> "_seconds";
            case "By" -> "_bytes";
            default -> "";
        };
        return name + unit + (row[1].equals("counter") ? "_total" : "");
    }
}
