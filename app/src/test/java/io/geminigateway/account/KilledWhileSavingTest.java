package io.geminigateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9`, again and again, of a program that does nothing but save tokens.
class KilledWhileSavingTest {
    private static final int KILLS = 40;
    private static final Duration AT_MOST = Duration.ofSeconds(15);

    private final Random random = new Random(7);
    private final Path path;

    KilledWhileSavingTest(@TempDir Path path) {
        this.path = path;
    }

    @Test
    void theFileIsTheWholeOldOrTheWholeNewOneWheneverTheProcessDies() throws Exception {
        var deadline = System.nanoTime() + AT_MOST.toNanos();
        Files.writeString(
                path.resolve("a.json"),
                Samples.LOGIN.replace("1//first", "1//0").replace("ya29.old", "ya29.0"));
        Files.writeString(path.resolve("b.json"), Samples.API_KEY);

        var last = 0L;
        for (var kill = 0; kill < KILLS && (kill < 3 || System.nanoTime() < deadline); kill++) {
            saveAndDie();
            var number = numberInWholeFile();
            assertThat(number).isGreaterThanOrEqualTo(last);
            last = number;
        }

        assertThat(last).isPositive();
    }

    private void saveAndDie() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TokenSavingProcess.class.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.lines().anyMatch("ready"::equals)).isTrue();
            process.waitFor(random.nextInt(40), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private long numberInWholeFile() throws IOException {
        var text = Files.readString(path.resolve("a.json"));
        try (var folder = AccountFolder.open(path, InstantSource.system())) {
            assertThat(folder.accounts()).extracting(Account::file).containsExactly("a.json", "b.json");
            var login = (Credentials.Login) folder.accounts().getFirst().credentials();
            var number = TokenSavingProcess.number(login.refreshToken());
            assertThat(text.replaceAll("\"expiry_date\": \\d+", "\"expiry_date\": 1795348800000"))
                    .isEqualTo(Samples.LOGIN.replace("1//first", "1//" + number).replace("ya29.old", "ya29." + number));
            return number;
        }
    }
}
