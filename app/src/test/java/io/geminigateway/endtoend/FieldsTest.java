package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The parameters of a chat beyond its text, all the way through.
class FieldsTest {
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @TempDir
    private Path home;

    private Rig rig;
    private OpenAIClient client;

    @BeforeEach
    void start() {
        var google = Simulator.start();
        rig = Rig.with(home, google, Map.of("a.json", google.account("a").apiKeyFile()), Map.of("FETCH_MEDIA", "on"));
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

    /// What the client's class becomes a schema of.
    static final class Place {
        public String city = "";
        public int people;
    }

    @Test
    void openAisClientShowsAPicture() {
        var image = ChatCompletionContentPartImage.builder()
                .imageUrl(ChatCompletionContentPartImage.ImageUrl.builder()
                        .url("data:image/png;base64," + PNG)
                        .build())
                .build();
        var text = ChatCompletionContentPartText.builder().text("look").build();

        var completion = client.chat()
                .completions()
                .create(ChatCompletionCreateParams.builder()
                        .model(Rig.MODEL)
                        .addUserMessageOfArrayOfContentParts(List.of(
                                ChatCompletionContentPart.ofImageUrl(image), ChatCompletionContentPart.ofText(text)))
                        .build());

        assertThat(completion.choices().getFirst().message().content()).contains("I see: image/png of 70 bytes");
    }

    @Test
    void openAisClientGetsAnObjectOfItsOwnClass() {
        var params = ChatCompletionCreateParams.builder()
                .model(Rig.MODEL)
                .addUserMessage("echo: {\"city\":\"Rome\",\"people\":2700000}")
                .responseFormat(Place.class)
                .build();

        var place = client.chat()
                .completions()
                .create(params)
                .choices()
                .getFirst()
                .message()
                .content()
                .orElseThrow();

        assertThat(place.city).isEqualTo("Rome");
        assertThat(place.people).isEqualTo(2_700_000);
        assertThat(asked().getJsonObject("responseJsonSchema")
                        .getJsonObject("properties")
                        .fieldNames())
                .containsExactlyInAnyOrder("city", "people");
    }

    @Test
    void openAisClientSaysHowHardToThink() {
        client.chat()
                .completions()
                .create(ChatCompletionCreateParams.builder()
                        .model("gpt-4o")
                        .addUserMessage("Hello")
                        .reasoningEffort(ReasoningEffort.HIGH)
                        .build());

        assertThat(asked().getJsonObject("thinkingConfig"))
                .isEqualTo(new JsonObject().put("thinkingLevel", "HIGH").put("includeThoughts", true));
    }

    @Test
    void whatHasNoEffectIsToldInAHeaderAndTheModelIsNamedAsTheClientSpokeIt() {
        var answer = rig.chat("""
                {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}], "presence_penalty": 1}
                """);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("x-gateway-dropped")).contains("presence_penalty");
        assertThat(new JsonObject(answer.body()).getString("model")).isEqualTo("gpt-4o");
    }

    @Test
    void aPictureInsideTheOperatorsNetworkIsNotFetchedAndNoAccountHearsOfIt() {
        var answer = rig.chat("""
                {"model": "gpt-4o", "messages": [{"role": "user", "content": [
                  {"type": "image_url", "image_url": {"url": "https://127.0.0.1/cat.png"}}]}]}
                """);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'https://127.0.0.1/cat.png' is not at a public address");
        assertThat(rig.google().ledger().count(_ -> true)).isZero();
    }

    private JsonObject asked() {
        return new JsonObject(rig.google().ledger().entries().getLast().body()).getJsonObject("generationConfig");
    }
}
