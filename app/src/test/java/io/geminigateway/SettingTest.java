package io.geminigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingTest {
    /// Tests run in the folder of their module.
    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @EnumSource
    void theExampleFileHoldsEverySettingWithItsStandardValue(Setting setting) throws IOException {
        var example = Files.readAllLines(ROOT.resolve(".env.example"));

        assertThat(example).contains("#" + setting + "=" + setting.standard());
    }

    @ParameterizedTest
    @EnumSource
    void bothReadmesTellOfEverySetting(Setting setting) throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("`" + setting + "`");
        assertThat(Files.readString(ROOT.resolve("README.zh-CN.md"))).contains("`" + setting + "`");
    }

    @ParameterizedTest
    @CsvSource({
        "API_KEYS, 'one, two', '***,***'",
        "OAUTH_CLIENT_SECRET, GOCSPX-x, ***",
        "PROXY, http://me:hush@proxy:3128, http://***@proxy:3128",
        "PROXY, http://me:h@sh@proxy:3128, http://***@proxy:3128",
        "GEMINI_API_ENDPOINT, https://mirror.example/x, https://mirror.example/x",
    })
    void whatIsSecretIsNotShown(Setting setting, String value, String shown) {
        assertThat(setting.shown(value)).isEqualTo(shown);
    }
}
