package io.geminigateway.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiJsonTest {
    private final GeminiJson json = new GeminiJson();

    @Test
    void anEventKeepsItsBytesAndTellsItsMeaning() {
        var bytes = """
                {"candidates": [{"content": {"parts": [{"text": "Hi \\u003c\\ud83d\\ude00 ä"}], "role": "model"},
                  "finishReason": "STOP", "index": 0}],
                 "usageMetadata": {"promptTokenCount": 4, "candidatesTokenCount": "12", "totalTokenCount": 16.0},
                 "modelVersion": "gemini-3.8-flash", "responseId": "r1", "somethingNew": [1, {"a": null}]}
                """.getBytes(UTF_8);

        var event = event(bytes);

        assertThat(event.json()).isSameAs(bytes);
        assertThat(event.response().responseId()).isEqualTo("r1");
        var candidate = event.response().candidatesOrNone().getFirst();
        assertThat(candidate.parts()).containsExactly(Part.ofText("Hi <😀 ä"));
        assertThat(candidate.finishReason()).isEqualTo("STOP");
        assertThat(event.response().usageMetadata())
                .isEqualTo(new UsageMetadata(4, null, 12, null, null, 16, null, null));
    }

    @Test
    void theEnvelopeOfCodeAssistIsTakenOff() {
        var event = event("""
                {"traceId": "t1", "response": {"candidates": [{"content": {"parts": [{"text": "Hi"}]}}]} , "x": 1}
                """);

        assertThat(new String(event.json(), UTF_8))
                .isEqualTo("{\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"Hi\"}]}}]}");
        assertThat(event.response().responseId()).isEqualTo("t1");
        assertThat(event.response().candidatesOrNone().getFirst().parts()).containsExactly(Part.ofText("Hi"));
    }

    @Test
    void theResponsesOwnIdGoesBeforeTheTraceId() {
        var event = event("{\"response\":{\"responseId\":\"r1\"},\"traceId\":\"t1\"}");

        assertThat(event.response().responseId()).isEqualTo("r1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":{\"code\":503}}", " [ {\"error\":{\"code\":503}}\n]\n"})
    void anErrorObjectIsRecognisedEvenInAList(String text) {
        var reading = json.read(text.getBytes(UTF_8));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.ErrorObject.class,
                        error -> assertThat(new String(error.json(), UTF_8)).isEqualTo("{\"error\":{\"code\":503}}"));
    }

    @Test
    void anErrorThatIsNullIsNone() {
        assertThat(json.read("{\"error\":null}".getBytes(UTF_8))).isInstanceOf(Reading.Event.class);
    }

    @Test
    void rawFieldsKeepEveryLetterButTheBlanksAroundThem() {
        var event = event("""
                {"candidates":[{"content":{"parts":[{"functionCall":{"name":"f","args": {"n": 1.10, "e": 1E400, "u":"ä\\u00e4"} }}]}}]}
                """);

        var call = event.response()
                .candidatesOrNone()
                .getFirst()
                .parts()
                .getFirst()
                .functionCall();
        assertThat(call).isEqualTo(FunctionCall.of(null, "f", "{\"n\": 1.10, \"e\": 1E400, \"u\":\"ä\\u00e4\"}"));
    }

    @Test
    void longTextsAreRead() {
        var text = "ä\\n".repeat(1_000_000);

        var event = event("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"" + text + "\"}]}}]}");

        assertThat(event.response()
                        .candidatesOrNone()
                        .getFirst()
                        .parts()
                        .getFirst()
                        .text())
                .hasSize(2_000_000);
    }

    static List<String> malformed() {
        return List.of(
                "",
                "  ",
                "null",
                "1",
                "\"text\"",
                "[]",
                "[{},{}]",
                "[{}",
                "<html>",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1}x",
                "{\"a\":1}}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":1e}",
                "{\"a\":NaN}",
                "{\"a\":tru}",
                "{\"a\":nul",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":[}]}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\ud800\\u0041\"}",
                "{\"a\":\"\\udc00\"}",
                "{\"a\":\"open}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1/**/}",
                "\uFEFF{}",
                "{\"candidates\":{}}",
                "{\"candidates\":[null]}",
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":1}]}}]}",
                "{\"modelVersion\":true}",
                "{\"usageMetadata\":{\"promptTokenCount\":\"x\"}}",
                "{\"usageMetadata\":{\"promptTokenCount\":1.5}}",
                "{\"usageMetadata\":{\"promptTokenCount\":3000000000}}",
                "{\"a\":" + "1".repeat(1001) + "}",
                "{\"" + "n".repeat(9000) + "\":1}",
                "[".repeat(1_000_000),
                "{\"a\":".repeat(1_000_000),
                "{\"a\":" + "[".repeat(101) + "]".repeat(101) + "}");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @Timeout(5)
    void whateverIsNotStrictJsonIsMalformed(String text) {
        assertThat(json.read(text.getBytes(UTF_8))).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c0af",
                "c3",
                "e080af",
                "eda080",
                "f08080af",
                "f4908080",
                "f880808080",
                "ff",
                "e282",
                "c328"
            })
    void bytesThatAreNotUtf8AreMalformed(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        var ignored = concat("{\"ignored\":\"".getBytes(UTF_8), bytes, "\"}".getBytes(UTF_8));

        assertThat(json.read(ignored)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void otherEncodingsAreMalformed() {
        assertThat(json.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16))).isInstanceOf(Reading.Malformed.class);
        assertThat(json.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void everyPrefixOfAnEventIsMalformed() {
        var bytes =
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"ä\\n😀\"}]},\"index\":-1.0e2,\"x\":[true,null]}]}"
                        .getBytes(UTF_8);

        for (var i = 0; i < bytes.length; i++) {
            assertThat(json.read(Arrays.copyOf(bytes, i))).isInstanceOf(Reading.Malformed.class);
        }
    }

    @Test
    void nestingWithinTheLimitIsRead() {
        var text = "{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}";

        assertThat(json.read(text.getBytes(UTF_8))).isInstanceOf(Reading.Event.class);
    }

    @Test
    void ofAFieldThatGoogleGivesTwiceTheLastCounts() {
        assertThat(event("{\"responseId\":\"a\",\"responseId\":\"b\"}")
                        .response()
                        .responseId())
                .isEqualTo("b");
    }

    @Test
    void aRequestIsWrittenWithoutItsAbsentFields() {
        var schema = "{\"type\":\"object\",\"description\":\"天气 😀 \\\"ü\\\"\"}";
        var request = new GenerateContentRequest(
                List.of(new Content("user", List.of(Part.ofText("Grüße 😀 \u2028 \u0001 \" \\ \n")))),
                null,
                schema,
                null,
                null,
                null,
                null,
                null);

        var written = new String(json.write(request), UTF_8);

        assertThat(written)
                .isEqualTo(
                        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Grüße 😀 \u2028 \\u0001 \\\" \\\\ \\n\"}]}],"
                                + "\"tools\":" + schema + "}");
    }

    @Test
    @Timeout(5)
    void aLongRequestIsWritten() {
        var text = "ä😀".repeat(1_000_000);
        var request = new GenerateContentRequest(
                List.of(new Content("user", List.of(Part.ofText(text)))), null, null, null, null, null, null, null);

        assertThat(new String(json.write(request), UTF_8).contains(text)).isTrue();
    }

    private GeminiEvent event(String text) {
        return event(text.getBytes(UTF_8));
    }

    private GeminiEvent event(byte[] bytes) {
        var reading = json.read(bytes);
        assertThat(reading).isInstanceOf(Reading.Event.class);
        return ((Reading.Event) reading).event();
    }

    private static byte[] concat(byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        for (var piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}
