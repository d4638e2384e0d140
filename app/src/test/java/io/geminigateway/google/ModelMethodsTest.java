package io.geminigateway.google;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelCatalog;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelMethodsTest {
    private final ModelMethods dialect = new ModelMethods(ModelCatalog.bundled());

    @ParameterizedTest
    @CsvSource({
        "/models/m:generateContent, m, GENERATE_CONTENT",
        "/models/models%2Fm:countTokens, m, COUNT_TOKENS",
        "/publishers/google/models/m:streamGenerateContent, m, STREAM_GENERATE_CONTENT",
        "/projects/p/locations/l/publishers/google/models/m:embedContent, m, EMBED_CONTENT",
        "/models/gemini:exp:batchEmbedContents, gemini:exp, BATCH_EMBED_CONTENTS"
    })
    void thePathTellsModelAndMethod(String resource, String model, Method method) {
        var call = read(resource, "{}");

        assertThat(call.model().value()).isEqualTo(model);
        assertThat(call.method()).isEqualTo(method);
        assertThat(call.streaming()).isEqualTo(method == Method.STREAM_GENERATE_CONTENT);
        assertThat(call.isVerbatim()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "{", "{\"contents\":[}", "{} {}", "null"})
    void whatIsNoObjectIsTheClientsMistake(String body) {
        var thrown = catchThrowableOfType(GatewayException.class, () -> read("/models/m:generateContent", body));

        assertThat(thrown.failure()).isInstanceOf(Failure.InvalidRequest.class);
        assertThat(thrown.failure().message()).startsWith("Invalid JSON payload received");
    }

    @Test
    void aConversationIsKnownByHowItBegan() {
        var first = "{\"contents\":[{\"parts\":[{\"text\":\"hello\"}]}],\"systemInstruction\":{\"parts\":[]}}";
        var later = "{\"contents\":[{\"parts\":[{\"text\":\"hello\"}]},{\"role\":\"model\"}],\"tools\":[],"
                + "\"systemInstruction\":{\"parts\":[]}}";
        var other = "{\"contents\":[{\"parts\":[{\"text\":\"hullo\"}]}],\"systemInstruction\":{\"parts\":[]}}";

        assertThat(conversation(later)).isEqualTo(conversation(first)).isNotEmpty();
        assertThat(conversation(other)).isNotEqualTo(conversation(first));
        assertThat(conversation("{}")).isEmpty();
    }

    @Test
    void anAliasInTheBodyIsRenamedAndNothingElse() {
        var model = read("/models/gpt-4o:countTokens", "{}").model();

        var call = read("/models/gpt-4o:countTokens", """
                { "model" : "gpt-4o","x":1.0, "generate_content_request":{"model":"models/gpt-4o", "contents":[
                  {"parts":[{"functionCall":{"args":{"model":"gpt-4o"}}}]}]}}""");

        assertThat(new String(call.geminiRequest(), UTF_8)).isEqualTo("""
                { "model" : "models/MODEL","x":1.0, "generate_content_request":{"model":"models/MODEL", "contents":[
                  {"parts":[{"functionCall":{"args":{"model":"gpt-4o"}}}]}]}}""".replace("MODEL", model.value()));
    }

    @Test
    void whatLiesWithAnAccountIsNamed() {
        var call = read("/models/m:generateContent", """
                {"cached_content":"cachedContents/c-1","contents":{"parts":[
                  {"fileData":{"fileUri":"https://generativelanguage.googleapis.com/v1beta/files/one"}},
                  {"file_data":{"file_uri":"files/two"}},
                  {"functionResponse":{"parts":{"fileData":{"fileUri":"files/three"}},
                                       "response":{"fileData":{"fileUri":"files/four"}}}},
                  {"functionCall":{"args":{"cachedContent":"cachedContents/c-2"}}},
                  {"fileData":{"fileUri":"gs://bucket/files/five"}},
                  {"fileData":{"fileUri":"https://example.com/files/six"}},
                  {"fileData":{"fileUri":7}},
                  {"text":"{\\"fileData\\":{\\"fileUri\\":\\"files/eight\\"}}"}]}}""");

        assertThat(call.held())
                .containsExactlyInAnyOrder("cachedContents/c-1", "files/one", "files/two", "files/three");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1beta/models, true",
        "/v1alpha/models, true",
        "/v1beta1/models, true",
        "/v1/models, false",
        "/v1beta/openai/models, false",
        "/v1beta/openaimodels, true",
        "/v1/publishers/google/models, true",
        "/v1/models/m:generateContent, true",
        "/upload/v1/files, true",
        "/v1/chat/completions, false"
    })
    void thePathOftenTellsWhoSpeaks(String path, boolean googles) {
        assertThat(dialect.claims(head(path, "", Map.of()))).isEqualTo(googles);
    }

    @Test
    void elseTheKeyDoes() {
        assertThat(dialect.claims(head("/v1/models", "key=k", Map.of()))).isTrue();
        assertThat(dialect.claims(head("/v1/models", "", Map.of("x-goog-api-key", "k"))))
                .isTrue();
        assertThat(dialect.claims(head("/v1/models", "", Map.of("x-goog-api-client", "google-genai-sdk/2"))))
                .isTrue();
        assertThat(dialect.claims(head("/v1/models", "", Map.of("authorization", "Bearer k"))))
                .isFalse();
        assertThat(dialect.claims(head("/v1beta/openai/models", "", Map.of("x-goog-api-key", "k"))))
                .isFalse();
    }

    private String conversation(String body) {
        return read("/models/m:generateContent", body).conversation();
    }

    private DialectCall read(String resource, String body) {
        return dialect.read(new Inbound(new Head("/v1beta" + resource, resource, "", _ -> null), body.getBytes(UTF_8)));
    }

    private static Head head(String path, String query, Map<String, String> headers) {
        return new Head(path, path.replaceFirst("^/v1(?:alpha|beta1?)?(?=/)", ""), query, headers::get);
    }
}
