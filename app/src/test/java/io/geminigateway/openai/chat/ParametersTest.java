package io.geminigateway.openai.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.Reading;
import io.geminigateway.gemini.RememberedSignatures;
import io.geminigateway.gemini.Utf8;
import io.geminigateway.sse.Bytes;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    private final ChatCompletions chat = new ChatCompletions(
            ModelCatalog.bundled().with("""
            {"capabilities": {"generous-*": {"logprobs": true, "penalties": true}}}
            """.getBytes(UTF_8)), new RememberedSignatures(), ChatSettings.STANDARD);

    @Test
    void whatHasNoEffectIsReportedInAHeader() {
        var call = read("gemini-3.8-flash", """
                "presence_penalty": 0.5, "frequency_penalty": 0, "logit_bias": {"1": 5}, "temperature": 1, "top_p": 1,
                "logprobs": true, "top_logprobs": 2, "verbosity": "low", "audio": {"voice": "alloy", "format": "wav"},
                "prediction": {"type": "content"}, "stop": ["a", "b", "c", "d", "e", "f"],
                "extra_body": {"google": {"colour": 1, "no\\nheader": 2}}
                """);

        assertThat(call.headers().getOrDefault("x-gateway-dropped", "").split(", "))
                .containsExactlyInAnyOrder(
                        "temperature",
                        "top_p",
                        "stop[5]",
                        "presence_penalty",
                        "logit_bias",
                        "logprobs",
                        "top_logprobs",
                        "audio",
                        "verbosity",
                        "prediction",
                        "extra_body.google.colour",
                        "extra_body.google.?");
    }

    @Test
    void howeverManyStopsThereAreTheFirstOnesCount() {
        var call = read("gemini-3.8-flash", "\"stop\": [\"\"" + ", \"a\", \"b\", \"c\"".repeat(100) + "]");

        assertThat(config(call)).isEqualTo(new JsonObject("""
                        {"stopSequences": ["a", "b", "c", "a", "b"]}
                        """));
        assertThat(call.headers()).containsEntry("x-gateway-dropped", "stop[5]");
    }

    @Test
    void whereEverythingCountsThereIsNoHeader() {
        assertThat(read("gemini-3.5-flash", "\"temperature\": 1, \"user\": \"u\", \"logit_bias\": {}")
                        .headers())
                .isEmpty();
    }

    @Test
    void modelsThatTakeThemGetPenaltiesAndLogprobs() {
        var config = config(read("generous-1", """
                "presence_penalty": 0.5, "frequency_penalty": -1, "logprobs": true, "top_logprobs": 2
                """));

        assertThat(config).isEqualTo(new JsonObject("""
                        {"presencePenalty": 0.5, "frequencyPenalty": -1.0, "responseLogprobs": true, "logprobs": 2}
                        """));
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-pro,          128, 1024, 1024, 8192, 24576, 32768",
        "gemini-2.5-flash,          0, 1024, 1024, 8192, 24576, 24576",
        "gemini-2.5-flash-lite,     0, 1024, 1024, 8192, 24576, 24576",
        "gemini-3.6-flash,    MINIMAL, MINIMAL, LOW, MEDIUM, HIGH, HIGH",
        "gemini-3.1-pro-preview,  LOW, LOW, LOW, MEDIUM, HIGH, HIGH",
        "gemini-3.8-flash,        LOW, LOW, LOW, MEDIUM, HIGH, HIGH",
        "gemini-4-argon,          LOW, LOW, LOW, MEDIUM, HIGH, HIGH",
        "gemini-4-neon,           LOW, LOW, LOW, MEDIUM, HIGH, XHIGH",
        "gemma-4-31b-it,      MINIMAL, MINIMAL, MINIMAL, HIGH, HIGH, HIGH"
    })
    void anEffortIsWhatTheModelCallsSo(
            String model, String none, String minimal, String low, String medium, String high, String max) {
        assertThat(effort(model, "none")).isEqualTo(none);
        assertThat(effort(model, "minimal")).isEqualTo(minimal);
        assertThat(effort(model, "low")).isEqualTo(low);
        assertThat(effort(model, "medium")).isEqualTo(medium);
        assertThat(effort(model, "high")).isEqualTo(high);
        assertThat(effort(model, "xhigh")).isEqualTo(max);
        assertThat(effort(model, "max")).isEqualTo(max);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gemini-3.8-flash | \"reasoning_effort\":\"low\",\"google\":{\"thinking_config\":{\"thinking_level\":\"high\"}} | reasoning_effort",
                "gemini-3.8-flash | \"google\":{\"thinking_config\":{\"thinking_level\":\"high\",\"thinking_budget\":5}} | extra_body.google.thinking_config",
                "gemini-3.8-flash | \"google\":{\"thinking_config\":{\"thinking_level\":\"huge\"}} | extra_body.google.thinking_config",
                "gemini-3.8-flash | \"google\":{\"thinking_config\":{\"thinking_budget\":\"x\"}}   | extra_body.google.thinking_config",
                "gemini-3.8-flash | \"google\":{\"safety_settings\":{}}                           | extra_body.google.safety_settings",
                "gemini-3.8-flash | \"google\":{\"cached_content\":1}                             | extra_body.google.cached_content",
                "gemini-4-neon    | \"google\":{\"cached_content\":\"cachedContents/x\"}          | extra_body.google.cached_content",
                "gemini-3.8-flash | \"google\":{\"generation_config\":{\"temperature\":\"x\"}}    | extra_body.google.generation_config.temperature",
                "gemini-3-pro-image | \"response_format\":{\"type\":\"json_object\"}              | response_format",
                "gemma-4-31b-it   | \"web_search_options\":{}                                     | web_search_options",
                "gemini-3.8-flash | \"modalities\":[\"text\",\"audio\"]                           | modalities[1]",
                "gemini-3.8-flash-tts | \"audio\":{\"voice\":\"alloy\",\"format\":\"mp3\"}        | audio.format",
                "gemini-3.8-flash-tts | \"audio\":{\"voice\":5,\"format\":\"wav\"}                | audio.voice"
            })
    void whatTheModelCannotIsRefusedByName(String model, String fields, String param) {
        var thrown = catchThrowableOfType(GatewayException.class, () -> read(model, fields));

        assertThat(thrown.failure()).isInstanceOfSatisfying(Failure.InvalidRequest.class, invalid -> {
            assertThat(invalid.param()).isEqualTo(param);
            assertThat(invalid.code()).isNotBlank();
        });
    }

    @Test
    void aSpeakingModelIsAskedForSpeech() {
        var config = config(read("gemini-3.8-flash-tts", """
                "modalities": ["text", "audio"], "audio": {"voice": {"id": "onyx"}, "format": "wav"}
                """));

        assertThat(config).isEqualTo(new JsonObject("""
                        {"responseModalities": ["AUDIO"],
                         "speechConfig": {"voiceConfig": {"prebuiltVoiceConfig": {"voiceName": "Charon"}}}}
                        """));
    }

    @Test
    void aPaintingModelIsAskedForPictures() {
        var config = config(read("gemini-3.1-flash-image", "\"google\": {\"aspect_ratio\": \"16:9\"}"));

        assertThat(config).isEqualTo(new JsonObject("""
                        {"responseModalities": ["TEXT", "IMAGE"], "imageConfig": {"aspectRatio": "16:9"}}
                        """));
    }

    @Test
    void aFewTokensAreNotSpentOnThinking() {
        assertThat(config(read("gemini-2.5-flash", "\"max_tokens\": 20")).getJsonObject("thinkingConfig"))
                .isEqualTo(new JsonObject().put("thinkingBudget", 0));
        assertThat(config(read("gemini-2.5-flash", "\"max_tokens\": 256")).containsKey("thinkingConfig"))
                .isFalse();
    }

    @Test
    void soundComesAsAFileWhereItIsNotAskedForRaw() {
        var answer =
                answer(chat, "gemini-3.8-flash-tts", "\"audio\": {\"voice\": \"alloy\", \"format\": \"wav\"}", """
                {"candidates": [{"content": {"parts": [
                  {"inlineData": {"mimeType": "audio/L16;codec=pcm;rate=16000", "data": "AQACAA=="}}]}, "finishReason": "STOP"}]}
                """);

        var wav = Base64.getDecoder().decode(answer.getJsonObject("audio").getString("data"));
        assertThat(new String(wav, 0, 4, UTF_8)).isEqualTo("RIFF");
        assertThat(ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getInt(24))
                .isEqualTo(16_000);
        assertThat(wav).hasSize(48).endsWith(1, 0, 2, 0);
    }

    @Test
    void picturesMayComeAsText() {
        var forNextChat =
                new ChatCompletions(ModelCatalog.bundled(), new RememberedSignatures(), new ChatSettings(false, true));

        var answer = answer(forNextChat, "gemini-3.1-flash-image", "\"n\": 1", """
                {"candidates": [{"content": {"parts": [{"inlineData": {"mimeType": "image/png", "data": "iVBORw0KGgoA"}}]},
                  "finishReason": "STOP"}]}
                """);

        assertThat(answer.getString("content")).isEqualTo("\n![image](data:image/png;base64,iVBORw0KGgoA)\n");
        assertThat(answer.containsKey("images")).isFalse();
    }

    @Test
    void aRemotePictureIsRefusedByDefaultAndTheSettingNamed() {
        var thrown =
                catchThrowableOfType(GatewayException.class, () -> chat.read(picture("https://cats.example/cat.png")));

        assertThat(thrown.failure().message()).contains("messages[0].content[0].image_url.url", "FETCH_MEDIA=on");
    }

    @Test
    void aRemotePictureTakesItsPlaceOnceItIsFetched() {
        var fetching =
                new ChatCompletions(ModelCatalog.bundled(), new RememberedSignatures(), new ChatSettings(true, false));
        var cat = URI.create("https://cats.example/cat.png");

        var remote = fetching.read(picture(cat.toString())).remoteMedia().orElseThrow();
        var whole = remote.whole().apply(Map.of(cat, new Blob("image/png", Utf8.of("AAAA"))));

        assertThat(remote.addresses()).containsExactly(cat);
        assertThat(whole.remoteMedia()).isEmpty();
        assertThat(new String(whole.geminiRequest(), UTF_8))
                .contains("{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"AAAA\"}}");
    }

    private static byte[] picture(String url) {
        return "{\"model\":\"gemini-3.8-flash\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"%s\"}}]}]}"
                .formatted(url)
                .getBytes(UTF_8);
    }

    private JsonObject answer(ChatCompletions chat, String model, String fields, String event) {
        var writer = chat.read(body(model, fields)).answer("req_1", Instant.EPOCH);
        var out = new Bytes();
        writer.event(((Reading.Event) new GeminiJson().read(event.getBytes(UTF_8))).event(), out);
        writer.end(out);
        return new JsonObject(out.toString())
                .getJsonArray("choices")
                .getJsonObject(0)
                .getJsonObject("message");
    }

    private String effort(String model, String effort) {
        var thinking =
                config(read(model, "\"reasoning_effort\":\"" + effort + "\"")).getJsonObject("thinkingConfig");
        assertThat(thinking.getBoolean("includeThoughts", false)).isEqualTo(!effort.equals("none"));
        return thinking.getValue(thinking.containsKey("thinkingLevel") ? "thinkingLevel" : "thinkingBudget")
                .toString();
    }

    private static JsonObject config(DialectCall call) {
        return new JsonObject(new String(call.geminiRequest(), UTF_8)).getJsonObject("generationConfig");
    }

    private DialectCall read(String model, String fields) {
        return chat.read(body(model, fields));
    }

    private static byte[] body(String model, String fields) {
        return "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],%s}"
                .formatted(model, fields)
                .getBytes(UTF_8);
    }
}
