package io.geminigateway.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Processes and their descendants, as Linux accounts for them in `/proc`.
record ProcessTree(List<Process> roots) {

    ProcessTree {
        roots = List.copyOf(roots);
    }

    /// User and system time so far.
    Duration cpu() {
        return members().map(ProcessTree::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /// Of this process alone.
    static Duration ownCpu() {
        return cpu(ProcessHandle.current());
    }

    /// Resident memory in bytes.
    long resident() {
        return members().mapToLong(ProcessTree::resident).sum();
    }

    boolean isAlive() {
        return roots.stream().allMatch(Process::isAlive);
    }

    private Stream<ProcessHandle> members() {
        return roots.stream().flatMap(root -> Stream.concat(Stream.of(root.toHandle()), root.descendants()));
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO); // utime + stime of /proc/<pid>/stat
    }

    private static long resident(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
