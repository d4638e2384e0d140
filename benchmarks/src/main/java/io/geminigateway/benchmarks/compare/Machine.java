package io.geminigateway.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the figures were taken on, and how busy it was.
final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");
    private static final Path LOAD = Path.of("/proc/loadavg");

    private Machine() {}

    static String describe() {
        return "%d cores, %s, Linux %s".formatted(cores(), processor(), System.getProperty("os.version"));
    }

    /// Of the whole machine: a pinned process sees only its own core.
    private static long cores() {
        return lines(CPUS).lines().filter(line -> line.startsWith("processor")).count();
    }

    private static String processor() {
        return lines(CPUS)
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    /// How many threads wanted a core on average over the last one, five and fifteen minutes.
    static String load() {
        return String.join(" ", lines(LOAD).split(" ")).strip().replaceAll("(\\S+ \\S+ \\S+).*", "$1");
    }

    private static String lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
