package io.geminigateway.anthropic.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class HostileRequestTest {
    private static final String HI = "{\"role\":\"user\",\"content\":\"Hi\"}";

    private final Messages messages = new Messages(ModelCatalog.bundled(), SignatureStore.none(), false);

    static List<String> bombs() {
        var nested = "{\"type\":\"tool_result\",\"content\":[";
        return List.of(
                "[".repeat(1_000_000),
                "{\"system\":".repeat(1_000_000),
                message(nested.repeat(100_000)),
                message(nested.repeat(150) + "]}".repeat(150)),
                message("{\"type\":\"document\",\"source\":{\"type\":\"content\",\"content\":[".repeat(50_000)),
                message("{\"type\":\"tool_use\",\"name\":\"f\",\"input\":" + "[".repeat(1_000_000)),
                "{\"model\":\"m\",\"messages\":[" + (HI + ",").repeat(4096) + HI + "]}",
                message("{\"type\":\"text\",\"text\":\"x\"},".repeat(1024) + "{\"type\":\"text\",\"text\":\"x\"}"));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void bombsAreRefused(String body) {
        assertThat(refusal(body).message()).hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"model\":\"m\"}",
                "{\"model\":\"m\",\"messages\":[]}",
                "{\"model\":\"m\",\"messages\":[null]}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[null]}]}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[\"Hi\"]}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"
            })
    void whatIsNotAProperRequestIsRefused(String body) {
        assertThat(refusal(body).message()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "stream           | 1, \"true\", {}, []",
                "max_tokens       | \"5\", true, {}, [], 1.5, 0, -1, 1e30",
                "temperature      | \"1\", true, {}, [], 1e309, -0.1, 2.1",
                "top_p            | \"1\", true, {}, -1, 1.1",
                "top_k            | \"1\", true, {}, 1.5, -2",
                "stop_sequences   | 1, \"x\", {}, [1], [[]]",
                "system           | [{\"type\":\"image\"}], [null]",
                "tools            | {}, 1, [1], [{}], [{\"name\":\"f\",\"input_schema\":7}], [{\"name\":\"f\"},{\"name\":\"f\"}]",
                "tool_choice      | 1, \"auto\", {}, {\"type\":\"x\"}, {\"type\":\"tool\"}, {\"type\":\"tool\",\"name\":\"f\"}",
                "thinking         | 1, \"x\", {\"type\":1}, {\"type\":\"enabled\",\"budget_tokens\":\"x\"}",
                "output_config    | 1, {\"effort\":1}, {\"format\":{\"type\":\"x\"}}, {\"format\":{\"type\":\"json_schema\"}}, {\"format\":{\"type\":\"json_schema\",\"schema\":[]}}",
                "output_format    | 1, {\"type\":\"x\"}",
                "metadata         | 1, {\"user_id\":1}"
            })
    void aFieldOfTheWrongKindIsNamed(String field, String values) {
        for (var value : values.split(", ", -1)) {
            var body = "{\"model\":\"m\",\"messages\":[" + HI + "],\"" + field + "\":" + value + "}";

            var refusal = refusal(body);

            assertThat(refusal.param()).as(body).startsWith(field);
            assertThat(refusal.message()).as(body).doesNotContain("java", "avaje", "Exception");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"content\":\"Hi\"} | messages[1].role",
                "{\"role\":\"robot\",\"content\":\"Hi\"} | messages[1].role",
                "{\"role\":\"user\",\"content\":[{\"text\":\"Hi\"}]} | messages[1].content[0].type",
                "{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]} | messages[1].content[0].text",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image\"}]} | messages[1].content[0].source",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":7}]} | messages[1].content[0].source",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{}}]} | messages[1].content[0].source.type",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"x\"}}]} | messages[1].content[0].source.type",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"base64\"}}]} | messages[1].content[0].source.data",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"A!\"}}]} | messages[1].content[0].source.data",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"https://x.example/cat.png\"}}]} | messages[1].content[0].source.url",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"file:///etc/passwd\"}}]} | messages[1].content[0].source.url",
                "{\"role\":\"user\",\"content\":[{\"type\":\"document\",\"source\":{\"type\":\"file\",\"file_id\":\"file_1\"}}]} | messages[1].content[0].source.file_id",
                "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"content\":[{\"type\":\"image\"}]}]} | messages[1].content[0].content[0].source",
                "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"c\"}]} | messages[1].content[0].name"
            })
    void aFaultyMessageIsNamedByItsPath(String message, String path) {
        assertThat(refusal("{\"model\":\"m\",\"messages\":[" + HI + "," + message + "]}")
                        .param())
                .isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini-3.8-flash", "claude-sonnet-5-5", "gemini-4-neon"})
    void modelsThatRefuseAPrefillAreNotAskedForOne(String model) {
        var body = "{\"model\":\"" + model + "\",\"messages\":[" + HI + ",{\"role\":\"assistant\",\"content\":\"{\"}]}";

        assertThat(refusal(body).param()).isEqualTo("messages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini-3.8-flash-tts"})
    void modelsThatWriteNothingAreRefused(String model) {
        assertThat(refusal("{\"model\":\"" + model + "\",\"messages\":[" + HI + "]}")
                        .param())
                .isEqualTo("model");
    }

    private static String message(String blocks) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[" + blocks + "]}]}";
    }

    private Failure.InvalidRequest refusal(String body) {
        var thrown = catchThrowable(() -> messages.read(body.getBytes(UTF_8)));
        var failure = assertThat(thrown)
                .as(body.length() > 300 ? body.substring(0, 300) : body)
                .asInstanceOf(type(GatewayException.class))
                .actual()
                .failure();
        return assertThat(failure)
                .asInstanceOf(type(Failure.InvalidRequest.class))
                .actual();
    }
}
