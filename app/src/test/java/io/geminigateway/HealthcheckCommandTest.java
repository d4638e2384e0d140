package io.geminigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.endtoend.Rig;
import io.geminigateway.simulator.Simulator;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthcheckCommandTest {
    @TempDir
    private Path home;

    @Test
    void aGatewayThatListensEverywhereIsFoundWell() {
        try (var rig = Rig.withKeys(home, "a")) {
            assertThat(HealthcheckCommand.problemAt("0.0.0.0", rig.port())).isNull();
        }
    }

    @Test
    void aPortWhereNobodyListensIsToldSo() {
        assertThat(HealthcheckCommand.problemAt("127.0.0.1", 1)).startsWith("No gateway answers on port 1");
    }

    @Test
    void whatAnswersOtherwiseIsNoGateway() {
        try (var google = Simulator.start()) {
            assertThat(HealthcheckCommand.problemAt("127.0.0.1", google.http().getPort()))
                    .contains("is no healthy gateway");
        }
    }
}
