package io.geminigateway.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// The programs that the comparison has started. Ends them all, also when it is interrupted; their ids are
/// kept in a file so that the script can do so if this process cannot. Thread-safe.
final class Children implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final Path folder;
    private final boolean pinned;
    private final List<Process> running = new CopyOnWriteArrayList<>();

    Children(Path folder, boolean pinned) {
        this.folder = folder;
        this.pinned = pinned;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "ends-children"));
    }

    /// Starts a program on a core; what it prints goes to `name.log`.
    Process start(String name, int core, List<String> command, Map<String, String> environment) {
        var words = new ArrayList<String>();
        if (pinned) {
            words.addAll(List.of("taskset", "-c", String.valueOf(core)));
        }
        words.addAll(command);
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            running.add(process);
            Files.writeString(
                    folder.resolve("children"),
                    process.pid() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return process;
        } catch (IOException failed) {
            throw new UncheckedIOException("%s did not start".formatted(name), failed);
        }
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    void end(Process process) {
        var tree = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        tree.forEach(ProcessHandle::destroyForcibly);
        running.remove(process);
    }

    @Override
    public void close() {
        running.forEach(this::end);
    }
}
