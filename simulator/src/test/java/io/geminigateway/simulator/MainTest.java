package io.geminigateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @Test
    void itPrintsWhatToExportAndWritesTheAccounts(@TempDir Path directory) throws IOException {
        var pipe = new PipedReader(1 << 16);
        var command = Main.commandLine().setOut(new PrintWriter(new PipedWriter(pipe)));

        List<String> lines;
        try (var program = Executors.newVirtualThreadPerTaskExecutor()) {
            program.execute(() -> command.execute(
                    "--http-port=0",
                    "--https-port=0",
                    "--accounts=ada:key,bob:login",
                    "--write-accounts=" + directory));
            lines = new BufferedReader(pipe).lines().limit(8).toList();
            program.shutdownNow();
        }

        assertThat(lines).anyMatch(line -> line.matches("export GEMINI_API_ENDPOINT=http://127\\.0\\.0\\.1:\\d+"));
        assertThat(lines).contains("export OAUTH_CLIENT_ID=sim-client");
        assertThat(new JsonObject(Files.readString(directory.resolve("ada.json"))).getString("key"))
                .isEqualTo("AQ.sim-ada");
        assertThat(Files.readString(directory.resolve("bob.json"))).contains("refresh_token");
    }

    @Test
    void anUnknownKindIsExplained() {
        var errors = new StringWriter();

        var status = Main.commandLine().setErr(new PrintWriter(errors)).execute("--accounts=ada:magic");

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).startsWith("--accounts: 'ada:magic' is not valid: expected name:kind");
    }
}
