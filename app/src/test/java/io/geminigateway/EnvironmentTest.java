package io.geminigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    private Path home;

    @Test
    void aFlagWinsOverTheFile() throws IOException {
        Files.writeString(home.resolve(".env"), "ADMIN_PORT=4001\nDATA_DIR=elsewhere\n");

        var environment = Environment.read(home, Map.of("ADMIN_PORT", "4002"));

        assertThat(environment.values())
                .containsEntry(Setting.ADMIN_PORT, "4002")
                .containsEntry(Setting.DATA_DIR, "elsewhere");
    }

    @Test
    void everyValueKnowsWhereItComesFrom() {
        var environment = Environment.of(
                home,
                Map.of("PORT", "1", "HOST", "file", "DATA_DIR", "file"),
                Map.of("PORT", "2", "HOST", "environment"),
                Map.of("PORT", "3"));

        assertThat(environment.given(Setting.PORT)).contains(new Environment.Given("3", "flag"));
        assertThat(environment.given(Setting.HOST)).contains(new Environment.Given("environment", "environment"));
        assertThat(environment.given(Setting.DATA_DIR)).contains(new Environment.Given("file", ".env"));
        assertThat(environment.given(Setting.PROXY)).isEmpty();
    }

    @Test
    void aSecretMayStandInAFile() throws IOException {
        Files.writeString(home.resolve("keys"), "sesame,swordfish\n");

        var environment = Environment.of(home, Map.of("API_KEYS", "old"), Map.of("API_KEYS_FILE", "keys"), NOTHING);

        assertThat(environment.given(Setting.API_KEYS))
                .contains(new Environment.Given("sesame,swordfish", "environment, in " + home.resolve("keys")));
        assertThat(environment.problems()).isEmpty();
    }

    @Test
    void aSecretsFileThatCannotBeReadIsTold() {
        var environment = Environment.of(home, NOTHING, Map.of("OAUTH_CLIENT_SECRET_FILE", "absent"), NOTHING);

        assertThat(environment.problems())
                .containsExactly("OAUTH_CLIENT_SECRET_FILE: %s cannot be read: there is no such file"
                        .formatted(home.resolve("absent")));
    }

    @Test
    void aSecretBothInAFileAndPlainIsRefused() {
        var environment = Environment.of(home, NOTHING, Map.of("API_KEYS", "a", "API_KEYS_FILE", "b"), NOTHING);

        assertThat(environment.problems())
                .containsExactly("API_KEYS and API_KEYS_FILE: are both set in the environment; keep one");
    }

    @Test
    void unknownNamesInTheFileAreAllToldWithTheNearestOne() {
        var file = Map.of("API_KEY", "x", "port", "1", "WHATEVER_THIS_IS", "1", "COMPOSE_PROFILES", "monitoring");

        var environment = Environment.of(home, file, NOTHING, NOTHING);

        assertThat(environment.problems())
                .containsExactly(
                        "API_KEY: is in .env, but there is no such setting; did you mean API_KEYS?",
                        "WHATEVER_THIS_IS: is in .env, but there is no such setting; .env.example lists them all",
                        "port: is in .env, but there is no such setting; did you mean PORT?");
    }

    @Test
    void aNameInTheProcessEnvironmentThatLooksMisspeltIsOnlyDoubted() {
        var environment = Environment.of(
                home, NOTHING, Map.of("ACCOUNT_DIR", "x", "PATH", "/bin", "HOSTNAME", "box", "HOME", "/root"), NOTHING);

        assertThat(environment.problems()).isEmpty();
        assertThat(environment.doubts())
                .containsExactly("ACCOUNT_DIR is in the environment, but is no setting of the gateway's;"
                        + " did you mean ACCOUNTS_DIR?");
    }

    @Test
    void theAdminPortIs3001AnyOtherOrOff() {
        assertThat(GatewayConfig.adminPort(with(NOTHING))).isEqualTo(3001);
        assertThat(GatewayConfig.adminPort(with(Map.of("ADMIN_PORT", "4001")))).isEqualTo(4001);
        assertThat(GatewayConfig.adminPort(with(Map.of("ADMIN_PORT", "Off")))).isNull();
    }

    private Environment with(Map<String, String> variables) {
        return Environment.of(home, NOTHING, variables, NOTHING);
    }
}
