package io.geminigateway.openai.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class HostileRequestTest {
    private static final String HI = "{\"role\":\"user\",\"content\":\"Hi\"}";

    private final ChatCompletions chat = new ChatCompletions(ModelCatalog.bundled(), SignatureStore.none());

    static List<String> bombs() {
        var keys =
                IntStream.range(0, 1_000_000).mapToObj(i -> "\"k" + i + "\":0").collect(Collectors.joining(","));
        return List.of(
                "[".repeat(1_000_000),
                "{\"a\":".repeat(1_000_000),
                with("\"tools\":" + "[".repeat(1_000_000)),
                with("\"tools\":" + "[".repeat(200) + "]".repeat(200)),
                with("\"x\":{" + keys + "}"),
                with("\"x\":[" + "0,".repeat(1_000_001) + "0]"),
                with("\"x\":" + "9".repeat(1_000_000)),
                with("\"" + "n".repeat(1_000_000) + "\":0"),
                "{\"model\":\"m\",\"messages\":[" + (HI + ",").repeat(4096) + HI + "]}",
                message("[" + "{\"type\":\"text\",\"text\":\"x\"},".repeat(256)
                        + "{\"type\":\"text\",\"text\":\"x\"}]"),
                message("[" + "null,".repeat(100_000) + "null]"));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void bombsAreRefused(String body) {
        assertThat(refusal(body.getBytes(UTF_8)).message()).hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{}",
                "{\"model\":\"m\"}",
                "{\"model\":\"m\",\"messages\":null}",
                "{\"model\":\"m\",\"messages\":[]}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"\\ud800\"}]}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}x",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],}",
                "{\"model\":\"m\",\"model\":\"n\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\",\"content\":\"Ho\"}]}",
                "\uFEFF{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"
            })
    void whatIsNotAProperRequestIsRefused(String body) {
        assertThat(refusal(body.getBytes(UTF_8)).message()).isNotBlank();
    }

    @Test
    void aBodyThatIsNoObjectHasNoFieldToName() {
        assertThat(refusal("[]".getBytes(UTF_8)).param()).isNull();
        assertThat(refusal("model=m&messages=Hi".getBytes(UTF_8)).message())
                .endsWith("but got what is no JSON instead");
    }

    @Test
    void otherEncodingsAreRefused() {
        var body = with("\"x\":\"ä\"");

        refusal(body.getBytes(StandardCharsets.UTF_16));
        refusal(body.getBytes(StandardCharsets.UTF_16LE));
        refusal(body.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "model            | 1, true, {}, []",
                "messages         | 1, true, {}, \"x\", [1], [\"x\"], [null], [[]], [true]",
                "stream           | 1, \"true\", {}, []",
                "stream_options   | 1, \"x\", true, [], {\"include_usage\":1}",
                "max_tokens       | \"5\", true, {}, [], 1.5, 0, -1, 1e30",
                "max_completion_tokens | \"5\", true, {}, [], 1.5, 0, -1, 1e400",
                "temperature      | \"1\", true, {}, [], 1e309, -0.1, 2.1",
                "top_p            | \"1\", true, {}, [], 1e309, -1, 1.1",
                "top_k            | \"1\", true, {}, [], 1.5, -2",
                "seed             | \"1\", true, {}, [], 0.5, 1e99",
                "n                | \"1\", true, {}, [], 0.5, 0, -1, 100",
                "stop             | 1, true, {}, [1], [null], [[]]",
                "response_format  | 1, true, [], \"json\", {\"type\":1}, {\"type\":\"xml\"}, {\"type\":\"json_schema\"}, {\"type\":\"json_schema\",\"json_schema\":{\"schema\":[]}}",
                "presence_penalty | \"1\", {}, [], -2.5, 2.5",
                "frequency_penalty | \"1\", {}, [], -2.5, 2.5",
                "logprobs         | \"true\", 1, []",
                "top_logprobs     | \"1\", true, -1, 21",
                "reasoning_effort | 1, true, {}, \"gigantic\"",
                "modalities       | \"text\", {}, [1], [\"smell\"], [\"image\"], [\"text\",\"audio\"]",
                "service_tier     | 1, \"gold\"",
                "tools            | [{\"type\":\"function\"}], {}, 1, [1], [{}], [{\"type\":\"x\"}], [{\"type\":\"custom\"}], [{\"function\":{\"name\":\"f\",\"parameters\":7}}]",
                "functions        | 1, {}, [1], [{}], [{\"name\":1}], [{\"name\":\"f\",\"parameters\":[]}]",
                "tool_choice      | 1, \"f\", \"required\", [], {\"type\":\"x\"}, {\"type\":\"function\"}",
                "function_call    | 1, \"f\", {\"name\":\"f\"}",
                "parallel_tool_calls | 1, \"x\", {}"
            })
    void aFieldOfTheWrongKindIsNamed(String field, String values) {
        for (var value : values.split(", ", -1)) {
            var body = "{\"model\":\"m\",\"messages\":[" + HI + "],\"" + field + "\":" + value + "}";
            if (field.equals("model") || field.equals("messages")) {
                body = body.replace("\"model\":\"m\",\"messages\":[" + HI + "],", "");
            }

            var refusal = refusal(body.getBytes(UTF_8));

            assertThat(refusal.param()).as(body).startsWith(field);
            assertThat(refusal.code()).as(body).isNotNull();
            assertThat(refusal.message()).as(body).doesNotContain("java", "avaje", "Exception");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"content\":\"Hi\"}                                        | messages[1].role",
                "{\"role\":null,\"content\":\"Hi\"}                          | messages[1].role",
                "{\"role\":1,\"content\":\"Hi\"}                             | messages[1].role",
                "{\"role\":\"robot\",\"content\":\"Hi\"}                     | messages[1].role",
                "{\"role\":\"assistant\",\"tool_calls\":[{}]}                | messages[1].tool_calls[0].function.name",
                "{\"role\":\"assistant\",\"tool_calls\":[null]}                | messages[1].tool_calls[0]",
                "{\"role\":\"assistant\",\"tool_calls\":[{\"type\":\"custom\",\"custom\":{}}]} | messages[1].tool_calls[0].custom.name",
                "{\"role\":\"assistant\",\"function_call\":{}}               | messages[1].function_call.name",
                "{\"role\":\"user\",\"content\":1}                           | messages[1].content",
                "{\"role\":\"user\",\"content\":{}}                          | messages[1].content",
                "{\"role\":\"user\",\"content\":[\"Hi\"]}                    | messages[1].content[0]",
                "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"\"},null]} | messages[1].content[1]",
                "{\"role\":\"user\",\"content\":[{\"text\":\"Hi\"}]}         | messages[1].content[0].type",
                "{\"role\":\"user\",\"content\":[{\"type\":5}]}              | messages[1].content[0].type",
                "{\"role\":\"user\",\"content\":[{\"type\":\"smell\"}]}      | messages[1].content[0].type",
                "{\"role\":\"user\",\"content\":[{\"type\":\"text\"}]}       | messages[1].content[0].text",
                "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":[]}]} | messages[1].content[0].text",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":\"x\"}]} | messages[1].content[0].image_url.url",
                "{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\"}]} | messages[1].content[0].input_audio.data",
                "{\"role\":\"user\",\"content\":[{\"type\":\"file\"}]}       | messages[1].content[0].file.file_data",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}  | messages[1].content[0].image_url",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{}}]} | messages[1].content[0].image_url.url",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":5}]}  | messages[1].content[0].image_url",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x.example/cat.png\"}}]} | messages[1].content[0].image_url.url",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":\"data:image/png;base64,\"}]}      | messages[1].content[0].image_url.url",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":\"data:image/png;base64,AAA=A\"}]} | messages[1].content[0].image_url.url",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":\"data:image/png;base64,A!==\"}]}  | messages[1].content[0].image_url.url",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":\"data:;base64,AAAA\"}]}          | messages[1].content[0].image_url.url",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AAAA\",\"detail\":\"x\"}}]} | messages[1].content[0].image_url.detail",
                "{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"AAAA\",\"format\":\"exe\"}}]} | messages[1].content[0].input_audio.format",
                "{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"file\":{\"file_id\":\"file-1\"}}]}        | messages[1].content[0].file.file_id",
                "{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"file\":{\"file_data\":\"AAAA\"}}]}      | messages[1].content[0].file.file_data",
                "{\"role\":\"system\",\"content\":[{\"type\":\"image_url\",\"image_url\":\"data:image/png;base64,AAAA\"}]} | messages[1].content[0].type"
            })
    void aFaultyMessageIsNamedByItsPath(String message, String path) {
        var body = "{\"model\":\"m\",\"messages\":[" + HI + "," + message + "]}";

        assertThat(refusal(body.getBytes(UTF_8)).param()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secrets", "a b", "models/", "x\r\ny", "-x"})
    void aNameThatNoModelHasIsNotFound(String model) {
        var body = "{\"messages\":[" + HI + "],\"model\":\"" + model.replace("\r\n", "\\r\\n") + "\"}";

        assertThat(failure(body.getBytes(UTF_8))).isInstanceOf(Failure.ModelNotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini-3.6-flash", "models/gemini-3.8-flash", "gemini-4-neon"})
    void modelsThatRefuseAPrefillAreNotAskedForOne(String model) {
        var body = "{\"model\":\"" + model + "\",\"messages\":[" + HI + ",{\"role\":\"assistant\",\"content\":\"{\"}]}";

        assertThat(refusal(body.getBytes(UTF_8)).param()).isEqualTo("messages");
    }

    private static String with(String field) {
        return "{\"model\":\"m\",\"messages\":[" + HI + "]," + field + "}";
    }

    private static String message(String content) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":" + content + "}]}";
    }

    private Failure.InvalidRequest refusal(byte[] body) {
        return assertThat(failure(body))
                .asInstanceOf(type(Failure.InvalidRequest.class))
                .actual();
    }

    private Failure failure(byte[] body) {
        var thrown = catchThrowable(() -> chat.read(body));
        return assertThat(thrown)
                .asInstanceOf(type(GatewayException.class))
                .actual()
                .failure();
    }
}
