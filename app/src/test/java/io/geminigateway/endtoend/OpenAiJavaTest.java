package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.RateLimitException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenAI's own Java client is the judge.
class OpenAiJavaTest {
    @TempDir
    private Path home;

    private Rig rig;
    private OpenAIClient client;

    @BeforeEach
    void start() {
        rig = Rig.withKeys(home, "a", "b", "c");
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
    void itReadsAWholeAnswer() {
        var completion = client.chat().completions().create(question("echo: hello from Java"));

        completion.validate();
        assertThat(textOf(completion)).isEqualTo("hello from Java");
        assertThat(completion.model()).isEqualTo(Rig.MODEL);
        assertThat(completion.choices().getFirst().finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
        assertThat(completion.usage().orElseThrow().totalTokens()).isPositive();
    }

    @Test
    void itReadsAStreamAndItsUsage() {
        var accumulator = ChatCompletionAccumulator.create();
        var params = question("echo: one two three four five six seven eight nine").toBuilder()
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();

        try (var stream = client.chat().completions().createStreaming(params)) {
            stream.stream().peek(accumulator::accumulate).forEach(chunk -> chunk.validate());
        }

        var completion = accumulator.chatCompletion();
        assertThat(textOf(completion)).isEqualTo("one two three four five six seven eight nine");
        assertThat(completion.usage().orElseThrow().completionTokens()).isEqualTo(9);
    }

    @Test
    void itSeesTheErrorsItKnows() {
        rig.google().model("refused", Reaction.failure(GoogleError.INVALID_ARGUMENT));
        rig.google().model("missing", Reaction.failure(GoogleError.MODEL_NOT_FOUND));
        rig.google().model("broken", Reaction.failure(GoogleError.INTERNAL_500));
        rig.google().model("limited", Reaction.rateLimited(Duration.ofSeconds(30)));

        assertThatThrownBy(() -> create("refused")).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> create("missing")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> create("broken")).isInstanceOf(InternalServerException.class);
        assertThatThrownBy(() -> create("limited")).isInstanceOf(RateLimitException.class);
    }

    @Test
    void itRaisesWhenAStreamBreaks() {
        rig.google().next(Reaction.text("word ".repeat(200)).cutAfter(2000));

        assertThatThrownBy(() -> {
                    try (var stream = client.chat().completions().createStreaming(question("hello"))) {
                        stream.stream().forEach(_ -> {});
                    }
                })
                .isInstanceOf(com.openai.errors.OpenAIException.class);
    }

    @Test
    void whenItStopsReadingGoogleIsToldToStop() {
        rig.google().next(Reaction.text("word ".repeat(2000)).paced(Duration.ofMillis(10)));

        try (var stream = client.chat().completions().createStreaming(question("hello"))) {
            stream.stream().limit(3).forEach(_ -> {});
        }

        var call = rig.google().ledger().await(entry -> entry.end() == Entry.End.CLIENT_LEFT, Duration.ofSeconds(3));
        assertThat(call.eventsSent()).isLessThan(500);
    }

    @Test
    void fiftyAtOnceEachGetTheirOwnAnswer() {
        var answers = IntStream.range(0, 50)
                .parallel()
                .mapToObj(n -> textOf(client.chat().completions().create(question("echo: number " + n))))
                .collect(Collectors.toSet());

        assertThat(answers)
                .isEqualTo(IntStream.range(0, 50).mapToObj(n -> "number " + n).collect(Collectors.toSet()));
    }

    @Test
    void itRunsToolsInParallelStepByStep() {
        var question = errand();

        for (var answer = first(question.build()); answer.toolCalls().isPresent(); answer = first(question.build())) {
            question.addMessage(answer);
            for (var call : answer.toolCalls().get()) {
                question.addMessage(result(call));
            }
        }

        assertThat(first(question.build()).content()).contains("Rome is warm");
    }

    @Test
    void itRunsToolsInParallelStepByStepStreamed() {
        var question = errand();
        var calls = new ArrayList<String>();

        var answer = streamed(question.build());
        while (!answer.toolCalls().orElse(List.of()).isEmpty()) {
            question.addMessage(answer);
            for (var call : answer.toolCalls().get()) {
                calls.add(call.asFunction().function().name());
                question.addMessage(result(call));
            }
            answer = streamed(question.build());
        }

        assertThat(answer.content()).contains("Rome is warm");
        assertThat(calls).containsExactly("weather", "weather", "clock", "weather", "clock");
    }

    private static ChatCompletionCreateParams.Builder errand() {
        return question(
                        "do: weather {\"city\":\"Rome\"} & weather {\"city\":\"Oslo\"} | clock {} & weather {} | clock {}"
                                + " | echo Rome is warm")
                .toBuilder()
                .addTool(tool("weather"))
                .addTool(tool("clock"));
    }

    private static ChatCompletionFunctionTool tool(String name) {
        return ChatCompletionFunctionTool.builder()
                .function(FunctionDefinition.builder().name(name).build())
                .build();
    }

    private static ChatCompletionToolMessageParam result(ChatCompletionMessageToolCall call) {
        return ChatCompletionToolMessageParam.builder()
                .toolCallId(call.asFunction().id())
                .content("{\"celsius\":21}")
                .build();
    }

    private ChatCompletionMessage first(ChatCompletionCreateParams params) {
        var completion = client.chat().completions().create(params);
        completion.validate();
        return completion.choices().getFirst().message();
    }

    private ChatCompletionMessage streamed(ChatCompletionCreateParams params) {
        var accumulator = ChatCompletionAccumulator.create();
        try (var stream = client.chat().completions().createStreaming(params)) {
            stream.stream().peek(accumulator::accumulate).forEach(chunk -> chunk.validate());
        }
        return accumulator.chatCompletion().choices().getFirst().message();
    }

    @Test
    void itListsAndFindsModels() {
        assertThat(client.models().list().data()).anyMatch(model -> model.id().equals(Rig.MODEL));
        assertThat(client.models().retrieve(Rig.MODEL).id()).isEqualTo(Rig.MODEL);
        assertThatThrownBy(() -> client.models().retrieve("gpt-9")).isInstanceOf(NotFoundException.class);
    }

    private void create(String model) {
        client.chat()
                .completions()
                .create(question("hello").toBuilder().model(model).build());
    }

    private static ChatCompletionCreateParams question(String text) {
        return ChatCompletionCreateParams.builder()
                .model(Rig.MODEL)
                .addUserMessage(text)
                .build();
    }

    private static String textOf(ChatCompletion completion) {
        return completion.choices().getFirst().message().content().orElseThrow();
    }
}
