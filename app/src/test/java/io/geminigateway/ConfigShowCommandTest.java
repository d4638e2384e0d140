package io.geminigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigShowCommandTest {
    private static final Path HOME = Path.of("/opt/gateway");

    private final StringWriter printed = new StringWriter();

    @Test
    void everySettingIsShownWithItsSourceAndWithoutSecrets() {
        var environment = Environment.of(
                HOME,
                Map.of("API_KEYS", "sesame,swordfish"),
                Map.of("PROXY", "http://me:hush@proxy:3128"),
                Map.of("PORT", "4000"));

        var code = show(environment);

        assertThat(code).isZero();
        assertThat(printed.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .hasSize(Setting.values().length)
                .contains(
                        "PORT 4000 flag",
                        "HOST 0.0.0.0 default",
                        "API_KEYS ***,*** .env",
                        "PROXY http://***@proxy:3128 environment",
                        "VERTEX_ENDPOINT - default");
    }

    @Test
    void allThatIsWrongIsToldBelow() {
        var environment =
                Environment.of(HOME, Map.of("PROT", "4000"), Map.of("ADMIN_PORT", "x", "HOSTT", "y"), Map.of());

        var code = show(environment);

        assertThat(code).isEqualTo(2);
        assertThat(printed.toString())
                .contains("PROT: is in .env, but there is no such setting; did you mean PORT?")
                .contains("ADMIN_PORT: 'x' is not valid")
                .contains("did you mean HOST?");
    }

    private int show(Environment environment) {
        return ConfigShowCommand.show(environment, HOME, Terminal.over(new PrintWriter(printed)), false);
    }
}
