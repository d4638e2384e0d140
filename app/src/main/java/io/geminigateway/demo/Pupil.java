package io.geminigateway.demo;

import io.geminigateway.simulator.Simulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A gateway in a process of its own, with one account at a pretend Google, over TLS, and with no settings but ours.
/// Its
/// folder goes with it.
final class Pupil implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Listening on http://127\\.0\\.0\\.1:(\\d+)");

    /// What a process needs from its environment that is no setting.
    private static final List<String> KEPT = List.of("PATH", "HOME", "LANG", "TMPDIR");

    private final TemporaryFolder folder;
    private final Process process;
    private final BufferedReader said;
    private final int port;

    private Pupil(TemporaryFolder folder, Process process) throws IOException {
        this.folder = folder;
        this.process = process;
        said = process.inputReader();
        port = awaitPort();
    }

    static Pupil start(List<String> command, Simulator google) throws IOException {
        var folder = TemporaryFolder.make();
        var accounts = Files.createDirectory(folder.path().resolve("accounts"));
        Files.writeString(accounts.resolve("one.json"), google.account("one").apiKeyFile());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(KEPT);
        builder.environment().putAll(settings(folder.path(), google));
        return new Pupil(folder, builder.start());
    }

    private static Map<String, String> settings(Path folder, Simulator google) {
        var base = google.https().toString();
        var settings = new HashMap<>(Map.of("HOST", "127.0.0.1", "PORT", "0", "ADMIN_PORT", "off"));
        settings.put("ACCOUNTS_DIR", folder.resolve("accounts").toString());
        settings.put("DATA_DIR", folder.resolve("data").toString());
        settings.put("GEMINI_API_ENDPOINT", base);
        settings.put("CODE_ASSIST_ENDPOINT", base);
        settings.put("VERTEX_ENDPOINT", base);
        settings.put("UPSTREAM_CA_FILE", google.caFile().toString());
        return settings;
    }

    private int awaitPort() throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            System.out.println(line);
            var found = PORT.matcher(line);
            if (found.find()) {
                Thread.ofVirtual()
                        .start(() -> said.lines().forEach(System.out::println)); // or it would stop for want of room
                return Integer.parseInt(found.group(1));
            }
        }
        throw new IOException("The gateway that was to learn did not start");
    }

    int port() {
        return port;
    }

    /// Asks it to go, and waits until it has written down what it learned; returns its exit code.
    int dismiss() throws InterruptedException {
        process.toHandle().destroy(); // the process itself would close the pipe, and Java has much to say at the end
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        folder.close();
    }
}
