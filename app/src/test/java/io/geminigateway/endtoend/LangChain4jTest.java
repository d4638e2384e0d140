package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// LangChain4j, as applications use it, is the judge.
class LangChain4jTest {
    private static final String ERRAND =
            "do: weather {\"city\":\"Rome\"} & weather {\"city\":\"Oslo\"} | clock {} & weather {\"city\":\"Bern\"}"
                    + " | clock {} | echo Rome is warm";

    interface Assistant {
        String chat(String message);
    }

    interface StreamingAssistant {
        TokenStream chat(String message);
    }

    record City(String name, int celsius) {}

    interface Geographer {
        City describe(String message);
    }

    /// Writes down how it was called.
    static final class Toolbox {
        private final List<String> calls = new CopyOnWriteArrayList<>();

        @Tool("Tells the weather")
        String weather(String city) {
            calls.add("weather " + city);
            return "21 C";
        }

        @Tool("Tells the time")
        String clock() {
            calls.add("clock");
            return "12:00";
        }
    }

    @TempDir
    private Path home;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = Rig.withKeys(home, "a", "b");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void itWorksThroughThreeStepsOfParallelTools() {
        var toolbox = new Toolbox();
        var assistant = AiServices.builder(Assistant.class)
                .chatModel(model().build())
                .tools(toolbox)
                .build();

        var answer = assistant.chat(ERRAND);

        assertThat(answer).isEqualTo("Rome is warm");
        assertThat(toolbox.calls)
                .containsExactlyInAnyOrder("weather Rome", "weather Oslo", "clock", "weather Bern", "clock");
    }

    @Test
    void itWorksThroughThemStreamed() throws Exception {
        var toolbox = new Toolbox();
        var assistant = AiServices.builder(StreamingAssistant.class)
                .streamingChatModel(OpenAiStreamingChatModel.builder()
                        .baseUrl(rig.url("/v1").toString())
                        .apiKey("any string will do")
                        .modelName(Rig.MODEL)
                        .build())
                .tools(toolbox)
                .build();
        var whole = new CompletableFuture<ChatResponse>();

        assistant
                .chat(ERRAND)
                .onPartialResponse(_ -> {})
                .onCompleteResponse(whole::complete)
                .onError(whole::completeExceptionally)
                .start();

        assertThat(whole.get(30, TimeUnit.SECONDS).aiMessage().text()).isEqualTo("Rome is warm");
        assertThat(toolbox.calls).hasSize(5);
    }

    @Test
    void itReadsAnObjectBySchema() {
        var geographer = AiServices.builder(Geographer.class)
                .chatModel(model().strictJsonSchema(true).build())
                .build();
        rig.google().next(Reaction.text("{\"name\":\"Rome\",\"celsius\":21}"));

        assertThat(geographer.describe("Rome")).isEqualTo(new City("Rome", 21));
    }

    @Test
    void itShowsAPicture() {
        var response = model().build()
                .chat(UserMessage.from(ImageContent.from("iVBORw0KGgo=", "image/png"), TextContent.from("look")));

        assertThat(response.aiMessage().text()).isEqualTo("I see: image/png of 8 bytes");
    }

    @Test
    void itEmbeds() {
        var embedding = OpenAiEmbeddingModel.builder()
                .baseUrl(rig.url("/v1").toString())
                .apiKey("any string will do")
                .modelName("gemini-embedding-001")
                .build()
                .embed("hello")
                .content();

        assertThat(embedding.vector()).isNotEmpty();
    }

    @Test
    void itTellsABadRequestApart() {
        rig.google().next(Reaction.failure(GoogleError.INVALID_ARGUMENT));

        assertThatThrownBy(() -> model().build().chat("hi")).isInstanceOf(InvalidRequestException.class);
    }

    private OpenAiChatModel.OpenAiChatModelBuilder model() {
        return OpenAiChatModel.builder()
                .baseUrl(rig.url("/v1").toString())
                .apiKey("any string will do")
                .modelName(Rig.MODEL)
                .maxRetries(0);
    }
}
