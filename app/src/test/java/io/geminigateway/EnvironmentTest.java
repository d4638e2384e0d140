package io.geminigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    @Test
    void aFlagWinsOverTheFile(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve(".env"), "ADMIN_PORT=4001\nDATA_DIR=elsewhere\n");

        var values = Environment.read(home, Map.of("ADMIN_PORT", "4002"));

        assertThat(values).containsEntry("ADMIN_PORT", "4002").containsEntry("DATA_DIR", "elsewhere");
    }

    @Test
    void theAdminPortIs3001AnyOtherOrOff() {
        assertThat(GatewayConfig.adminPort(Map.of())).isEqualTo(3001);
        assertThat(GatewayConfig.adminPort(Map.of("ADMIN_PORT", "4001"))).isEqualTo(4001);
        assertThat(GatewayConfig.adminPort(Map.of("ADMIN_PORT", "Off"))).isNull();
    }
}
