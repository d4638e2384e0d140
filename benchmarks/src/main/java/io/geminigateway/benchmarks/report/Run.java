package io.geminigateway.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that one run found, and under which circumstances; kept as a file of lines with commas between.
public record Run(Map<String, String> circumstances, List<Topic> topics, List<Finding> findings) {
    public Run {
        circumstances = new LinkedHashMap<>(circumstances);
        topics = List.copyOf(topics);
        findings = List.copyOf(findings);
    }

    /// In place of what was there, and never half of it.
    public void write(Path file) throws IOException {
        var lines = new ArrayList<String>();
        circumstances.forEach((name, text) -> lines.add("circumstance,%s,%s".formatted(name, text)));
        topics.forEach(topic -> lines.add("topic,%s,%s,%s".formatted(topic.id(), topic.unit(), topic.title())));
        findings.forEach(finding -> lines.add("finding,%s,%s,%s,%s"
                .formatted(finding.scenario(), finding.contestant(), finding.quantity(), finding.value())));
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.write(unfinished, lines);
        Files.move(unfinished, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    public static Run read(Path file) throws IOException {
        var circumstances = new LinkedHashMap<String, String>();
        var topics = new ArrayList<Topic>();
        var findings = new ArrayList<Finding>();
        for (var line : Files.readAllLines(file)) {
            var words = line.split(",", 2);
            switch (words[0]) {
                case "circumstance" -> {
                    var parts = words[1].split(",", 2);
                    circumstances.put(parts[0], parts[1]);
                }
                case "topic" -> {
                    var parts = words[1].split(",", 3);
                    topics.add(new Topic(parts[0], parts[1], parts[2]));
                }
                case "finding" -> {
                    var parts = words[1].split(",", 4);
                    findings.add(new Finding(parts[0], parts[1], parts[2], Double.parseDouble(parts[3])));
                }
                default -> throw new IllegalStateException("%s: '%s' is no line of a run".formatted(file, line));
            }
        }
        return new Run(circumstances, topics, findings);
    }

    Figure figure(String scenario, String contestant, String quantity) {
        return Figure.of(findings.stream()
                .filter(finding -> finding.isOf(scenario, contestant, quantity))
                .mapToDouble(Finding::value));
    }
}
