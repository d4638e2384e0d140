package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import com.google.genai.Client;
import com.google.genai.errors.ApiException;
import com.google.genai.types.Content;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.ListModelsConfig;
import com.google.genai.types.Part;
import com.google.genai.types.Schema;
import com.google.genai.types.Tool;
import com.google.genai.types.Type;
import com.google.genai.types.UploadFileConfig;
import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Google's own SDK for Java, as a judge.
class GoogleGenAiTest {
    private static final GenerateContentConfig PLAIN =
            GenerateContentConfig.builder().build();

    @TempDir
    private static Path home;

    private static Rig rig;
    private static Client client;

    @BeforeAll
    static void start() {
        var google = Simulator.start();
        var files = Map.of(
                "a.json", google.account("a").apiKeyFile(),
                "b.json", google.account("b").apiKeyFile());
        rig = Rig.with(home, google, files, Map.of("HEARTBEAT", "50ms"));
        client = Client.builder()
                .apiKey("any string will do")
                .vertexAI(false)
                .httpOptions(HttpOptions.builder()
                        .baseUrl(rig.url("").toString())
                        .retryOptions(HttpRetryOptions.builder().attempts(1))
                        .build())
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        rig.close();
    }

    @Test
    void aQuestionIsAnswered() {
        var answer = client.models.generateContent(Rig.MODEL, "echo: hello there", PLAIN);

        assertThat(answer.text()).isEqualTo("hello there");
        assertThat(answer.usageMetadata().orElseThrow().totalTokenCount().orElseThrow())
                .isPositive();
    }

    @Test
    void anAnswerIsStreamed() {
        var chunks = new ArrayList<GenerateContentResponse>();
        try (var stream = client.models.generateContentStream(Rig.MODEL, "echo: one two three four five six", PLAIN)) {
            stream.forEach(chunks::add);
        }

        assertThat(chunks).hasSizeGreaterThan(1);
        assertThat(chunks).extracting(GenerateContentResponse::text).containsExactly("one two three four ", "five six");
    }

    @Test
    void silenceIsNoEvent() {
        rig.google().next(Reaction.text("hello").after(Duration.ofMillis(300)));

        try (var stream = client.models.generateContentStream(Rig.MODEL, "hello", PLAIN)) {
            assertThat(stream).extracting(GenerateContentResponse::text).containsExactly("hello");
        }
    }

    @Test
    void aChatCallsToolsAndKeepsItsSignatures() {
        var weather = FunctionDeclaration.builder()
                .name("weather")
                .description("The weather in a city")
                .parameters(Schema.builder()
                        .type(Type.Known.OBJECT)
                        .properties(ImmutableMap.of(
                                "city", Schema.builder().type(Type.Known.STRING).build()))
                        .build())
                .build();
        var chat = client.chats.create(
                Rig.MODEL,
                GenerateContentConfig.builder()
                        .tools(Tool.builder().functionDeclarations(weather).build())
                        .build());

        var asked = chat.sendMessage("do: weather {\"city\":\"Rome\"} | echo Warm");
        var call = asked.functionCalls().getFirst();
        var result = Part.fromFunctionResponse("weather", ImmutableMap.of("output", "21 C"));
        var answered = chat.sendMessage(Content.fromParts(result.toBuilder()
                .functionResponse(result.functionResponse().orElseThrow().toBuilder()
                        .id(call.id().orElseThrow())
                        .build())
                .build()));

        assertThat(call.args().orElseThrow()).containsEntry("city", "Rome");
        assertThat(answered.text()).isEqualTo("Warm");
    }

    @Test
    void aFailureIsToldWithItsStatus() {
        rig.google().next(Reaction.failure(GoogleError.INVALID_ARGUMENT));

        var thrown = catchThrowableOfType(
                ApiException.class, () -> client.models.generateContent(Rig.MODEL, "hello", PLAIN));

        assertThat(thrown.code()).isEqualTo(400);
        assertThat(thrown.status()).isEqualTo("INVALID_ARGUMENT");
        assertThat(thrown.message()).startsWith("Request contains an invalid argument.");
    }

    @Test
    void aStreamThatIsClosedIsCancelled() {
        rig.google().next(Reaction.text("word ".repeat(400)).paced(Duration.ofMillis(20)));

        try (var stream = client.models.generateContentStream(Rig.MODEL, "hello", PLAIN)) {
            assertThat(stream.iterator().next().text()).startsWith("word");
        }

        Rig.until(() -> rig.google().ledger().count(entry -> entry.end() == Entry.End.CLIENT_LEFT) == 1);
    }

    @Test
    void tokensAreCountedAndTextsEmbedded() {
        var counted = client.models.countTokens(Rig.MODEL, "one two three", null);
        var embedded = client.models.embedContent(
                "gemini-embedding-001",
                List.of("one", "two"),
                EmbedContentConfig.builder().outputDimensionality(16).build());

        assertThat(counted.totalTokens().orElseThrow()).isEqualTo(3);
        assertThat(embedded.embeddings().orElseThrow())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.values().orElseThrow()).hasSize(16));
    }

    @Test
    void modelsAreListedInPages() {
        var names = new ArrayList<String>();
        for (var model :
                client.models.list(ListModelsConfig.builder().pageSize(3).build())) {
            names.add(model.name().orElseThrow());
        }

        assertThat(names).hasSizeGreaterThan(3).contains("models/" + Rig.MODEL).doesNotHaveDuplicates();
    }

    @Test
    void aFileIsUploadedUsedAndDeleted() {
        var file = client.files.upload(
                new byte[9 << 20],
                UploadFileConfig.builder().mimeType("text/plain").build());
        var uri = file.uri().orElseThrow();

        var seen = client.models.generateContent(
                Rig.MODEL, Content.fromParts(Part.fromUri(uri, "text/plain"), Part.fromText("look")), PLAIN);
        client.files.delete(file.name().orElseThrow(), null);

        assertThat(file.sizeBytes().orElseThrow()).isEqualTo(9L << 20);
        assertThat(seen.text()).isEqualTo("I see: " + uri);
    }
}
