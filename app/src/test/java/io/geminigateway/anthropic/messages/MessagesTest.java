package io.geminigateway.anthropic.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.gemini.Utf8;
import io.geminigateway.sse.Bytes;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private static final String TEXT = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";

    private final ModelCatalog models = ModelCatalog.bundled();
    private final Messages messages = new Messages(models, SignatureStore.none(), true);
    private final TokenCount counts = new TokenCount(models, SignatureStore.none(), true);

    @ParameterizedTest
    @CsvSource({
        "claude-opus-5-5, gemini-3.1-pro-preview",
        "claude-opus-4-20250514, gemini-3.1-pro-preview",
        "claude-sonnet-5-5[1m], gemini-3.8-flash",
        "claude-3-7-sonnet-latest, gemini-3.8-flash",
        "claude-haiku-4-5-20251001, gemini-3.1-flash-lite",
        "claude-fable-5, gemini-3.1-pro-preview",
        "claude-mythos-5, gemini-3.1-pro-preview",
        "anthropic/claude-sonnet-5-5, gemini-3.8-flash",
        "claude-gemini-2.5-flash, gemini-2.5-flash",
        "anthropic/claude-gemini-2.5-flash, gemini-2.5-flash",
        "gemini-4-argon[1m], gemini-4-argon",
        "gemini-2.5-pro, gemini-2.5-pro"
    })
    void namesOfAnthropicsModelsMeanModelsOfGooglesByTheirFamily(String spoken, String model) {
        assertThat(read("{\"model\":\"%s\",%s}".formatted(spoken, TEXT)).model().value())
                .isEqualTo(model);
    }

    @Test
    void anOperatorMayMeanOtherModels() {
        var own = models.with("{\"aliases\":{\"claude-*sonnet*\":\"gemini-4-argon\"}}".getBytes(UTF_8));

        assertThat(own.resolve("claude-sonnet-5-5").value()).isEqualTo("gemini-4-argon");
    }

    @Test
    void aSessionOfClaudeCodeIsOneConversationByItsHeaderOrItsMetadata() {
        var body = "{\"model\":\"m\",%s}".formatted(TEXT);
        var named =
                "{\"model\":\"m\",\"metadata\":{\"user_id\":\"{\\\"device_id\\\":\\\"d\\\",\\\"session_id\\\":\\\"s1\\\"}\"},%s}"
                        .formatted(TEXT.replace("Hi", "Ho"));
        var header = new Head("", "", "", name -> name.equals("x-claude-code-session-id") ? "s1" : null);

        var byHeader = messages.read(new Inbound(header, body.getBytes(UTF_8))).conversation();

        assertThat(byHeader).isEqualTo(read(named).conversation()).hasSizeLessThan(20);
        assertThat(read(named.replace("s1", "s2")).conversation()).isNotEqualTo(byHeader);
        assertThat(read(body).conversation()).isNotEqualTo(byHeader);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"user_id":"ann"}        | {"user_id":"bob"}
        {"user_id":"{broken"}    | {"user_id":"{\\"session_id\\":7}"}
        """)
    void elseAConversationIsTheUsers(String one, String other) {
        var body = "{\"model\":\"m\",\"metadata\":%s," + TEXT + "}";

        assertThat(read(body.formatted(one)).conversation())
                .isEqualTo(read(body.formatted(one)).conversation())
                .isNotEqualTo(read(body.formatted(other)).conversation());
    }

    @Test
    void whatHasNoEffectIsToldInAHeader() {
        var call = read("""
                {"model":"gemini-3.8-flash","temperature":1,"top_k":5,"tools":[{"type":"bash_20250124","name":"bash"}],%s}""".formatted(TEXT));

        assertThat(call.headers()).isEqualTo(Map.of("x-gateway-dropped", "tools[0], temperature, top_k"));
    }

    @Test
    void aTextThatBeginsLikeADataUriIsAText() {
        var call = read("""
                {"model":"gemini-3.8-flash","messages":[{"role":"user","content":[
                 {"type":"document","source":{"type":"text","media_type":"text/plain","data":"data: one, two"}}]}]}""");

        assertThat(new String(call.geminiRequest(), UTF_8)).contains("{\"text\":\"data: one, two\"}");
    }

    @Test
    void aPictureBehindAnAddressIsFetchedFirst() throws Exception {
        var call = read("""
                {"model":"gemini-3.8-flash","messages":[{"role":"user","content":[
                 {"type":"image","source":{"type":"url","url":"https://x.example/cat.png"}}]}]}""");

        var remote = call.remoteMedia().orElseThrow();
        var whole = remote.whole()
                .apply(Map.of(new URI("https://x.example/cat.png"), new Blob("image/png", Utf8.of("AAAA"))));

        assertThat(remote.addresses()).containsExactly(new URI("https://x.example/cat.png"));
        assertThat(new String(whole.geminiRequest(), UTF_8))
                .contains("{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"AAAA\"}}");
    }

    @Test
    void tokensAreCountedByGoogleOverAllThatIsSaid() {
        var call = counts.read("""
                {"model":"claude-sonnet-5-5","system":"Be brief.","thinking":{"type":"adaptive"},
                 "tools":[{"name":"f","input_schema":{"type":"object"}}],%s}""".formatted(TEXT).getBytes(UTF_8));

        assertThat(call.method()).isEqualTo(Method.COUNT_TOKENS);
        assertThat(new JsonObject(new String(call.geminiRequest(), UTF_8))).isEqualTo(new JsonObject("""
                {"generateContentRequest":{"model":"models/gemini-3.8-flash",
                 "contents":[{"role":"user","parts":[{"text":"Hi"}]}],
                 "systemInstruction":{"parts":[{"text":"Be brief."}]},
                 "tools":[{"functionDeclarations":[{"name":"f"}]}]}}"""));
    }

    @Test
    void theCountIsTheInput() {
        var writer = counts.read("{\"model\":\"m\",%s}".formatted(TEXT).getBytes(UTF_8))
                .answer("r", Instant.EPOCH);
        var out = new Bytes();

        writer.event(
                new GeminiEvent(
                        "{\"totalTokens\":31,\"promptTokensDetails\":[]}".getBytes(UTF_8),
                        new GenerateContentResponse(null, null, null, null, null)),
                out);
        writer.end(out);

        assertThat(out).hasToString("{\"input_tokens\":31}");
    }

    private DialectCall read(String body) {
        return messages.read(body.getBytes(UTF_8));
    }
}
