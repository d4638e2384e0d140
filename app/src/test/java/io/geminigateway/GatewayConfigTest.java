package io.geminigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geminigateway.gemini.ModelName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayConfigTest {
    private static final Path HOME = Path.of("/opt/gateway");

    @Test
    void withoutAnySettingTheSeedsDefaultsHold() {
        var config = GatewayConfig.from(Map.of(), HOME);

        assertThat(config.server().port()).isEqualTo(3000);
        assertThat(config.server().host()).isEqualTo("0.0.0.0");
        assertThat(config.server().apiKeys()).isEmpty();
        assertThat(config.accounts()).isEqualTo(Path.of("/opt/gateway/accounts"));
        assertThat(config.data()).isEqualTo(Path.of("/opt/gateway/data"));
        assertThat(config.upstream().endpoints().geminiApi())
                .isEqualTo(URI.create("https://generativelanguage.googleapis.com"));
        assertThat(config.isOpenToTheWorld()).isTrue();
    }

    @Test
    void theOperatorsModelsLieBesideTheLauncher(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("models.json"), "{\"aliases\":{\"best\":\"gemini-4-neon\"}}");

        var config = GatewayConfig.from(Map.of(), home);

        assertThat(config.models().resolve("best")).isEqualTo(new ModelName("gemini-4-neon"));
    }

    @Test
    void faultyModelsAreToldLikeOtherSettings(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("my.json"), "{\"alias\":{}}");

        assertThatThrownBy(() -> GatewayConfig.from(Map.of("MODELS_FILE", "my.json", "PORT", "abc"), home))
                .hasMessageContaining("PORT: 'abc'")
                .hasMessageContaining("MODELS_FILE: ")
                .hasMessageContaining("my.json is not valid: 'alias' is unknown");
        assertThatThrownBy(() -> GatewayConfig.from(Map.of("MODELS_FILE", "none.json"), home))
                .hasMessageContaining("none.json cannot be read");
    }

    @Test
    void everyHostOfGooglesCanBeReplaced() {
        var config = GatewayConfig.from(
                Map.of(
                        "GEMINI_API_ENDPOINT", "http://127.0.0.1:4000/gemini",
                        "CODE_ASSIST_ENDPOINT", "http://127.0.0.1:4000/assist",
                        "VERTEX_ENDPOINT", "https://vertex.example",
                        "OAUTH_TOKEN_ENDPOINT", "http://127.0.0.1:4000/token"),
                HOME);

        var endpoints = config.upstream().endpoints();
        assertThat(endpoints.geminiApi()).isEqualTo(URI.create("http://127.0.0.1:4000/gemini"));
        assertThat(endpoints.codeAssist()).isEqualTo(URI.create("http://127.0.0.1:4000/assist"));
        assertThat(endpoints.vertex()).isEqualTo(URI.create("https://vertex.example"));
        assertThat(config.tokenEndpoint()).isEqualTo(URI.create("http://127.0.0.1:4000/token"));
    }

    @Test
    void allProblemsAreToldAtOnceAndWithoutSecrets() {
        var environment = Map.of(
                "PORT", "abc",
                "GEMINI_API_ENDPOINT", "ftp://x",
                "PROXY", "http://user:hunter2@",
                "OAUTH_CLIENT_ID", "id-without-secret",
                "REQUIRE_API_KEY", "maybe");

        assertThatThrownBy(() -> GatewayConfig.from(environment, HOME))
                .hasMessageContaining("PORT: 'abc' is not valid: expected a port from 0 to 65535")
                .hasMessageContaining("GEMINI_API_ENDPOINT")
                .hasMessageContaining("PROXY")
                .hasMessageContaining("OAUTH_CLIENT_SECRET: is missing")
                .hasMessageContaining("REQUIRE_API_KEY: 'maybe'")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource({"'',15000", "20,20000", "20s,20000", "500 ms,500", "off,0"})
    void theHeartbeatIsALengthOfTimeOrOff(String value, long millis) {
        var config = GatewayConfig.from(Map.of("HEARTBEAT", value), HOME);

        assertThat(config.server().heartbeat()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"'',false", "off,false", "on,true"})
    void lateAnswersAreHedgedOnlyIfAsked(String value, boolean hedges) {
        var config = GatewayConfig.from(Map.of("HEDGE", value), HOME);

        assertThat(config.relay().hedges().on()).isEqualTo(hedges);
    }

    @Test
    void aLengthOfTimeThatIsNoneIsTold() {
        assertThatThrownBy(() -> GatewayConfig.from(Map.of("HEARTBEAT", "often"), HOME))
                .hasMessageContaining("HEARTBEAT: 'often' is not valid: expected a time such as 15s");
    }

    @Test
    void aKeyCanBeDemanded() {
        assertThatThrownBy(() -> GatewayConfig.from(Map.of("REQUIRE_API_KEY", "true"), HOME))
                .hasMessageContaining("API_KEYS names no key");
    }

    @Test
    void severalKeysAreListedWithCommas() {
        var config = GatewayConfig.from(Map.of("API_KEYS", "sesame, swordfish,,"), HOME);

        assertThat(config.server().apiKeys()).hasSize(2);
        assertThat(config.toString()).doesNotContain("sesame").doesNotContain("swordfish");
    }

    @Test
    void anEmptyValueIsTheSameAsNone() {
        assertThat(GatewayConfig.from(Map.of("PORT", "", "HOST", " "), HOME)
                        .server()
                        .port())
                .isEqualTo(3000);
    }
}
