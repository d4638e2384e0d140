package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.ThinkingConfigAdaptive;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Anthropic's own Java client is the judge.
class AnthropicJavaTest {
    @TempDir
    private Path home;

    private Rig rig;
    private AnthropicClient client;

    @BeforeEach
    void start() {
        rig = Rig.withKeys(home, "a", "b", "c");
        client = AnthropicOkHttpClient.builder()
                .baseUrl(rig.url("").toString())
                .apiKey("any string will do")
                .maxRetries(0)
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        rig.close();
    }

    @Test
    void itReadsAWholeAnswer() {
        var message = client.messages().create(question("echo: hello from Java").build());

        message.validate();
        assertThat(textOf(message)).isEqualTo("hello from Java");
        assertThat(message.stopReason()).contains(StopReason.END_TURN);
        assertThat(message.usage().outputTokens()).isPositive();
    }

    @Test
    void itReadsAStream() {
        var message = streamed(question("echo: one two three four five six seven eight nine"));

        assertThat(textOf(message)).isEqualTo("one two three four five six seven eight nine");
        assertThat(message.usage().outputTokens()).isEqualTo(9);
    }

    @Test
    void itsToolsAreCalledStepByStepWithThoughtsBroughtBack() {
        var params = question("do: weather {\"city\":\"Rome\"} & clock {} | weather {\"city\":\"Oslo\"} | echo Warm.")
                .thinking(ThinkingConfigAdaptive.builder().build())
                .addTool(tool("weather"))
                .addTool(tool("clock"));
        var calls = new ArrayList<String>();

        var message = streamed(params);
        while (message.stopReason().equals(Optional.of(StopReason.TOOL_USE))) {
            var uses = message.content().stream()
                    .flatMap(block -> block.toolUse().stream())
                    .toList();
            uses.forEach(use -> calls.add(use.name() + use._input()));
            params.addMessage(message)
                    .addUserMessageOfContentBlockParams(
                            uses.stream().map(AnthropicJavaTest::result).toList());
            message = streamed(params);
        }

        assertThat(calls).containsExactly("weather{city=Rome}", "clock{}", "weather{city=Oslo}");
        assertThat(textOf(message)).isEqualTo("Warm.");
    }

    @Test
    void itCountsTokensAndListsModels() {
        var counted = client.messages()
                .countTokens(MessageCountTokensParams.builder()
                        .model(Rig.MODEL)
                        .addUserMessage("one two three")
                        .build());
        var models = client.models().list();

        assertThat(counted.validate().inputTokens()).isEqualTo(3);
        models.data().forEach(model -> model.validate());
        assertThat(models.autoPager().stream().map(model -> model.id()))
                .contains(Rig.MODEL, "claude-" + Rig.MODEL)
                .doesNotHaveDuplicates();
        assertThat(client.models().retrieve(Rig.MODEL).validate().displayName()).isEqualTo("Gemini 3.8 Flash");
    }

    @Test
    void itSeesTheErrorsItKnows() {
        rig.google().model("refused", Reaction.failure(GoogleError.INVALID_ARGUMENT));
        rig.google().model("missing", Reaction.failure(GoogleError.MODEL_NOT_FOUND));
        rig.google().model("down", Reaction.failure(GoogleError.OVERLOADED_503));

        assertThatThrownBy(() -> ask("refused")).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> ask("missing")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ask("down"))
                .isInstanceOfSatisfying(
                        AnthropicServiceException.class,
                        error -> assertThat(error.statusCode()).isEqualTo(529));
    }

    @Test
    void itSeesThatAllAccountsRest() {
        rig.google().model("resting", Reaction.rateLimited(Duration.ofSeconds(30)));

        assertThatThrownBy(() -> ask("resting")).isInstanceOf(RateLimitException.class);
    }

    private void ask(String model) {
        client.messages().create(question("hello").model(model).build());
    }

    private Message streamed(MessageCreateParams.Builder params) {
        var accumulator = MessageAccumulator.create();
        try (var stream = client.messages().createStreaming(params.build())) {
            stream.stream().peek(event -> event.validate()).forEach(accumulator::accumulate);
        }
        return accumulator.message().validate();
    }

    private static MessageCreateParams.Builder question(String text) {
        return MessageCreateParams.builder().model(Rig.MODEL).maxTokens(4000).addUserMessage(text);
    }

    private static Tool tool(String name) {
        return Tool.builder()
                .name(name)
                .inputSchema(Tool.InputSchema.builder().build())
                .build();
    }

    private static ContentBlockParam result(ToolUseBlock use) {
        return ContentBlockParam.ofToolResult(ToolResultBlockParam.builder()
                .toolUseId(use.id())
                .content("21 C")
                .build());
    }

    private static String textOf(Message message) {
        return message.content().stream()
                .filter(ContentBlock::isText)
                .map(block -> block.asText().text())
                .collect(Collectors.joining());
    }
}
