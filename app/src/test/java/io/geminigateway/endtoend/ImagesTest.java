package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
    private static final String MODEL = "gemini-3.1-flash-image";
    private static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAA");

    @SharedRig
    private static Rig rig;

    @Test
    void anImageComesAsBase64() {
        var answer = draw("\"size\":\"1024x1024\"");

        assertThat(images(answer))
                .singleElement()
                .satisfies(image -> assertThat(image.getString("b64_json")).startsWith("iVBOR"));
        assertThat(answer.getString("output_format")).isEqualTo("png");
        assertThat(answer.getJsonObject("usage").getInteger("output_tokens")).isEqualTo(10);
        assertThat(answer.getInteger("created")).isPositive();
    }

    @Test
    void anAddressIsTheImageItself() {
        assertThat(images(draw("\"response_format\":\"url\"")))
                .singleElement()
                .satisfies(image -> assertThat(image.getString("url")).startsWith("data:image/png;base64,iVBOR"));
    }

    @Test
    void severalImagesAreSeveralCalls() {
        var answer = draw("\"n\":3");

        assertThat(images(answer)).hasSize(3);
        assertThat(answer.containsKey("refused")).isFalse();
        assertThat(rig.google().ledger().entries()).hasSize(3);
        assertThat(answer.getJsonObject("usage").getInteger("output_tokens")).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "1024x1024, 1:1",
        "1536x1024, 3:2",
        "1024x1536, 2:3",
        "1792x1024, 16:9",
        "1024x1792, 9:16",
        "512x512, 1:1",
        "1536x864, 16:9",
        "auto,",
    })
    void aSizeIsAShape(String size, String ratio) {
        draw("\"size\":\"%s\"".formatted(size));

        var config = sent().getJsonObject("generationConfig");
        assertThat(config.getJsonArray("responseModalities")).containsExactly("TEXT", "IMAGE");
        assertThat(config.getJsonObject("imageConfig", new JsonObject()).getString("aspectRatio"))
                .isEqualTo(ratio);
    }

    @Test
    void highQualityIsMorePixelsWhereThereAreMore() {
        draw("\"quality\":\"high\",\"model\":\"gemini-3-pro-image\"");

        assertThat(sent().getJsonObject("generationConfig")
                        .getJsonObject("imageConfig")
                        .getString("imageSize"))
                .isEqualTo("2K");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"n\":0",
                "\"n\":11",
                "\"size\":\"big\"",
                "\"response_format\":\"gif\"",
                "\"stream\":true",
                "\"prompt\":\" \"",
                "\"size\":\"0000x0000\"",
            })
    void whatCannotBeIsRefused(String option) {
        assertThat(post(option).statusCode()).isEqualTo(400);
        assertThat(rig.google().ledger().entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"candidates\":[{\"content\":{},\"finishReason\":\"IMAGE_SAFETY\",\"index\":0}]}",
                "{\"candidates\":[{\"finishReason\":\"PROHIBITED_CONTENT\"}]}",
                "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}",
            })
    void aRefusalOfGooglesIsAContentPolicyViolation(String refusal) {
        rig.google().next(Reaction.chunks(List.of(refusal)));

        var response = post("\"n\":1");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.body()).getJsonObject("error").getString("code"))
                .isEqualTo("content_policy_violation");
    }

    @Test
    void imagesThatGoogleRefusesAreToldOfBesideThoseThatItDrew() {
        rig.google()
                .next(Reaction.chunks(
                        List.of("{\"candidates\":[{\"content\":{},\"finishReason\":\"IMAGE_SAFETY\",\"index\":0}]}")));

        var answer = draw("\"n\":3");

        assertThat(images(answer)).hasSize(2);
        assertThat(answer.getJsonArray("refused")).containsExactly("IMAGE_SAFETY");
    }

    @Test
    void anAnswerWithoutAnImageIsTriedAgain() {
        rig.google().next(Reaction.chunks(List.of("{\"candidates\":[{\"finishReason\":\"NO_IMAGE\"}]}")));

        assertThat(images(draw("\"n\":1"))).hasSize(1);
    }

    @Test
    void wordsInPlaceOfAnImageAreAFailureOfGoogles() {
        rig.google().next(Reaction.text("I would rather talk about it."));

        assertThat(post("\"n\":1").statusCode()).isEqualTo(502);
    }

    @Test
    void oneImageThatFailsMovesOnByItself() {
        rig.google().next(Reaction.failure(GoogleError.INTERNAL_500));

        assertThat(images(draw("\"n\":2"))).hasSize(2);
        assertThat(rig.google().ledger().entries()).hasSize(3);
    }

    @Test
    void anEditSendsTheImagesAndTheWords() {
        var response = edit(new FormBody()
                .field("model", MODEL)
                .field("prompt", "make it blue")
                .field("n", "2")
                .file("image[]", "a.png", PNG)
                .file("image[]", "b.png", PNG));

        assertThat(response.statusCode()).describedAs(response.body()).isEqualTo(200);
        assertThat(images(new JsonObject(response.body()))).hasSize(2);
        var parts = sent().getJsonArray("contents").getJsonObject(0).getJsonArray("parts");
        assertThat(parts).hasSize(3);
        var blob = parts.getJsonObject(0).getJsonObject("inlineData");
        assertThat(blob.getString("mimeType")).isEqualTo("image/png");
        assertThat(Base64.getDecoder().decode(blob.getString("data"))).isEqualTo(PNG);
    }

    @Test
    void anEditNeedsAnImageThatIsOne() {
        var words = new FormBody().field("model", MODEL).field("prompt", "x");
        assertThat(edit(words).body()).contains("'image' is missing");

        var text = new FormBody().field("model", MODEL).field("prompt", "x").file("image", "a.png", new byte[64]);
        assertThat(edit(text).statusCode()).isEqualTo(400);

        var masked =
                new FormBody().field("prompt", "x").file("image", "a.png", PNG).file("mask", "m.png", PNG);
        assertThat(edit(masked).body()).contains("mask");

        assertThat(rig.post("/v1/images/edits", "{}").statusCode()).isEqualTo(415);
        assertThat(rig.google().ledger().entries()).isEmpty();
    }

    private static JsonObject draw(String option) {
        var response = post(option);
        assertThat(response.statusCode()).describedAs(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    private static HttpResponse<String> post(String option) {
        var body = new JsonObject("{\"model\":\"%s\",\"prompt\":\"a red dot\"}".formatted(MODEL));
        return rig.post(
                "/v1/images/generations",
                body.mergeIn(new JsonObject("{" + option + "}")).encode());
    }

    private static HttpResponse<String> edit(FormBody form) {
        return rig.send(
                form.post(HttpRequest.newBuilder(rig.url("/v1/images/edits"))).build());
    }

    private static List<JsonObject> images(JsonObject answer) {
        return answer.getJsonArray("data").stream().map(JsonObject.class::cast).toList();
    }

    private static JsonObject sent() {
        return new JsonObject(rig.google().ledger().entries().getFirst().body());
    }
}
