package io.geminigateway.doctor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// All checks, in the order in which a person would mend things.
final class Doctor {
    private final Patient.Finder finder;

    Doctor(Patient.Finder finder) {
        this.finder = finder;
    }

    /// Each finding is told as soon as it is known.
    List<Finding> examine(Consumer<Finding> news) {
        var findings = new ArrayList<Finding>();
        for (var check : checks()) {
            for (var finding : check.look()) {
                findings.add(finding);
                news.accept(finding);
            }
        }
        return findings;
    }

    private List<Check> checks() {
        var patient = finder.find();
        if (patient.isEmpty()) {
            return List.of(new JavaCheck(), this::settings, new DescriptorCheck());
        }
        var found = patient.get();
        return List.of(
                new JavaCheck(),
                this::settings,
                new PermissionCheck(found),
                new DiskCheck(found),
                new DescriptorCheck(),
                new PortCheck(found),
                new OpenDoorCheck(found),
                new ProxyCheck(found),
                new DnsCheck(found),
                new GoogleCheck(found, InstantSource.system()),
                new AccountCheck(found));
    }

    private List<Finding> settings() {
        var problems = finder.problems();
        return problems.isEmpty()
                ? List.of(Finding.ok("settings", "all valid"))
                : problems.stream()
                        .map(problem -> Finding.fail("settings", problem, "correct it in .env or the environment"))
                        .toList();
    }
}
