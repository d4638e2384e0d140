package io.geminigateway.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Which share of a profile goes to what, as a Markdown table with a column for each of `Shares STACKS...`: files with
/// lines of `[thread];outer;inner;innermost COUNT`. The compiler's threads are left out.
public final class Shares {
    private static final String OURS = "io/geminigateway/";

    /// A sample belongs to the innermost frame that tells what it is for.
    private enum Part {
        KERNEL("the kernel"),
        NETTY("Netty: buffers, pipelines, promises, the event loop"),
        HTTP("HTTP by Vert.x and Netty: HTTP/1.1, HTTP/2, header compression, futures"),
        TLS("TLS"),
        JSON("JSON and the stream's lines"),
        TRANSLATION("translation: the client's meaning into Gemini's and back"),
        SERVICE("server, relay, pool, account, metrics"),
        LOG("the log, thread and all"),
        COLLECTOR("garbage collection"),
        OTHER("Java itself and the rest");

        private final String title;

        Part(String title) {
            this.title = title;
        }
    }

    private static final List<String> JSON = List.of("gemini", "sse");
    private static final List<String> TRANSLATION =
            List.of("openai", "anthropic", "prompt", "answer", "dialect", "media");

    private Shares() {}

    public static void main(String[] files) {
        var columns = Arrays.stream(files).map(Shares::sharesIn).toList();
        System.out.println("| What |" + names(files) + "\n| --- |" + " --- |".repeat(files.length));
        for (var part : Part.values()) {
            System.out.println("| " + part.title + " |"
                    + columns.stream()
                            .map(column ->
                                    String.format(Locale.ROOT, " %.0f %% |", 100 * column.getOrDefault(part, 0.0)))
                            .collect(Collectors.joining()));
        }
    }

    private static String names(String[] files) {
        return Arrays.stream(files)
                .map(file -> " " + Path.of(file).getFileName().toString().replaceAll("\\.\\w+$", "") + " |")
                .collect(Collectors.joining());
    }

    private static Map<Part, Double> sharesIn(String file) {
        var samples = new EnumMap<Part, Double>(Part.class);
        try (var lines = Files.lines(Path.of(file))) {
            lines.filter(line -> !line.contains("CompilerThread")).forEach(line -> {
                var space = line.lastIndexOf(' ');
                var part = partOf(List.of(line.substring(0, space).split(";", -1)));
                samples.merge(part, Double.parseDouble(line.substring(space + 1)), Double::sum);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var all = samples.values().stream().mapToDouble(Double::doubleValue).sum();
        samples.replaceAll((_, count) -> count / all);
        return samples;
    }

    private static Part partOf(List<String> frames) {
        var thread = frames.getFirst();
        if (thread.contains("VM Thread")) {
            return Part.COLLECTOR;
        }
        if (thread.startsWith("[log")) {
            return Part.LOG;
        }
        if (frames.getLast().endsWith("_[k]")) {
            return Part.KERNEL;
        }
        return frames.reversed().stream()
                .map(Shares::partOf)
                .filter(part -> part != Part.OTHER)
                .findFirst()
                .orElse(Part.OTHER);
    }

    private static Part partOf(String frame) {
        if (frame.startsWith(OURS)) {
            return ours(frame.substring(OURS.length()).split("/", -1)[0]);
        }
        if (startsWithAny(frame, "io/netty/handler/ssl", "sun/security/ssl", "com/sun/crypto")) {
            return Part.TLS;
        }
        if (startsWithAny(frame, "io/netty/handler/codec/http", "io/vertx")) {
            return Part.HTTP;
        }
        if (frame.startsWith("io/netty")) {
            return Part.NETTY;
        }
        if (startsWithAny(frame, "ch/qos", "org/slf4j")) {
            return Part.LOG;
        }
        return frame.startsWith("io/avaje") ? Part.JSON : Part.OTHER;
    }

    private static Part ours(String folder) {
        if (folder.equals("log")) {
            return Part.LOG;
        }
        if (JSON.contains(folder)) {
            return Part.JSON;
        }
        return TRANSLATION.contains(folder) ? Part.TRANSLATION : Part.SERVICE;
    }

    private static boolean startsWithAny(String frame, String... beginnings) {
        return Arrays.stream(beginnings).anyMatch(frame::startsWith);
    }
}
