package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenAI's own Java client is the judge of Responses too.
class OpenAiJavaResponsesTest {
    @TempDir
    private Path home;

    private Rig rig;
    private OpenAIClient client;

    @BeforeEach
    void start() {
        rig = Rig.withKeys(home, "a", "b");
        client = OpenAIOkHttpClient.builder()
                .baseUrl(rig.url("/v1").toString())
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
    void itReadsAWholeResponse() {
        var response = client.responses().create(question("echo: hello from Java"));

        response.validate();
        assertThat(textOf(response)).isEqualTo("hello from Java");
        assertThat(response.status()).contains(ResponseStatus.COMPLETED);
        assertThat(response.usage().orElseThrow().totalTokens()).isPositive();
    }

    @Test
    void itPutsAStreamTogether() {
        var response = streamed(question("echo: one two three four five six seven eight nine"));

        assertThat(textOf(response)).isEqualTo("one two three four five six seven eight nine");
        assertThat(response.usage().orElseThrow().outputTokens()).isEqualTo(9);
    }

    @Test
    void itSeesTheErrorsItKnows() {
        rig.google().model("refused", Reaction.failure(GoogleError.INVALID_ARGUMENT));
        rig.google().model("missing", Reaction.failure(GoogleError.MODEL_NOT_FOUND));

        assertThatThrownBy(() -> create("refused")).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> create("missing")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void itHearsOfAStreamThatBreaks() {
        rig.google().next(Reaction.text("word ".repeat(200)).cutAfter(2000));
        var events = new ArrayList<ResponseStreamEvent>();

        try (var stream = client.responses().createStreaming(question("hello"))) {
            stream.stream().forEach(events::add);
        }

        var failed = events.getLast().asFailed().response();
        assertThat(failed.status()).contains(ResponseStatus.FAILED);
        assertThat(failed.error().orElseThrow().message()).isNotBlank();
    }

    @Test
    void itRunsToolsInParallelStepByStep() {
        assertThat(errand(params -> client.responses().create(params))).isEqualTo("Rome is warm");
    }

    @Test
    void itRunsToolsInParallelStepByStepStreamed() {
        assertThat(errand(this::streamed)).isEqualTo("Rome is warm");
    }

    @Test
    void itFindsWhatIsKept() {
        var first = client.responses().create(question("echo: first"));
        var second = client.responses()
                .create(question("echo: second").toBuilder()
                        .previousResponseId(first.id())
                        .build());

        assertThat(textOf(client.responses().retrieve(second.id()))).isEqualTo("second");
        client.responses().delete(first.id());
        assertThatThrownBy(() -> client.responses().retrieve(first.id())).isInstanceOf(NotFoundException.class);
    }

    /// The words at the end of three steps with tools.
    private static String errand(Function<ResponseCreateParams, Response> ask) {
        var items = new ArrayList<ResponseInputItem>();
        items.add(ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                .role(EasyInputMessage.Role.USER)
                .content(
                        "do: weather {\"city\":\"Rome\"} & weather {\"city\":\"Oslo\"} | clock {} | clock {} | echo Rome is warm")
                .build()));
        while (true) {
            var response = ask.apply(ResponseCreateParams.builder()
                    .model(Rig.MODEL)
                    .inputOfResponse(List.copyOf(items))
                    .addTool(tool("weather"))
                    .addTool(tool("clock"))
                    .build());
            response.validate();
            var calls = response.output().stream()
                    .flatMap(item -> item.functionCall().stream())
                    .toList();
            if (calls.isEmpty()) {
                return textOf(response);
            }
            calls.forEach(call -> items.add(ResponseInputItem.ofFunctionCall(call)));
            calls.forEach(call -> items.add(result(call)));
        }
    }

    private static ResponseInputItem result(ResponseFunctionToolCall call) {
        return ResponseInputItem.ofFunctionCallOutput(ResponseInputItem.FunctionCallOutput.builder()
                .callId(call.callId())
                .output("{\"celsius\":21}")
                .build());
    }

    private static FunctionTool tool(String name) {
        return FunctionTool.builder()
                .name(name)
                .parameters(FunctionTool.Parameters.builder()
                        .additionalProperties(Map.of("type", com.openai.core.JsonValue.from("object")))
                        .build())
                .strict(false)
                .build();
    }

    private Response streamed(ResponseCreateParams params) {
        var accumulator = ResponseAccumulator.create();
        try (var stream = client.responses().createStreaming(params)) {
            stream.stream().map(accumulator::accumulate).forEach(ResponseStreamEvent::validate);
        }
        return accumulator.response();
    }

    private void create(String model) {
        client.responses().create(question("hello").toBuilder().model(model).build());
    }

    private static ResponseCreateParams question(String text) {
        return ResponseCreateParams.builder().model(Rig.MODEL).input(text).build();
    }

    private static String textOf(Response response) {
        return response.output().stream()
                .flatMap(item -> item.message().stream())
                .flatMap(message -> message.content().stream())
                .flatMap(content -> content.outputText().stream())
                .map(text -> text.text())
                .collect(Collectors.joining());
    }
}
