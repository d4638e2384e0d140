package io.geminigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OldGenerationTest {
    @Test
    void whatDiedOldIsClearedAwayBeforeTheHeapIsFull() throws IOException {
        assertThat(largestHeap()).isBetween(56, 200);
    }

    private static int largestHeap() throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-Xms56m",
                        "-XX:NewSize=32m",
                        "-Xmx1500m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PromotingProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            return Integer.parseInt(output.readLine());
        } finally {
            process.destroyForcibly();
        }
    }
}
