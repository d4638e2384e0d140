package io.geminigateway.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemedyTest {
    static Stream<Arguments> complaints() {
        return Stream.of(
                complaint(
                        "Invalid JSON payload received. Unknown name \"parametersJsonSchema\" at"
                                + " 'tools[0].function_declarations[0]': Cannot find field.",
                        Remedy.PLAIN_SCHEMAS),
                complaint(
                        "Invalid JSON payload received. Unknown name \"response_json_schema\" at 'generation_config':"
                                + " Cannot find field.",
                        Remedy.PLAIN_SCHEMAS),
                complaint(
                        "Invalid JSON payload received. Unknown name \"thinkingLevel\" at"
                                + " 'request.generation_config.thinking_config': Cannot find field.",
                        Remedy.NO_THINKING_LEVEL),
                complaint(
                        "Invalid JSON payload received. Unknown name \"serviceTier\": Cannot find field.",
                        Remedy.NO_SERVICE_TIER),
                complaint("Penalty is not enabled for this model", Remedy.NO_PENALTIES),
                complaint("Penalty is not enabled for models/gemini-3.8-flash", Remedy.NO_PENALTIES),
                complaint("Logprobs is not enabled for models/gemini-2.5-pro", Remedy.NO_LOGPROBS),
                complaint(
                        "Thinking level MINIMAL is not supported for this model. Please retry with other thinking"
                                + " level.",
                        Remedy.NO_MINIMAL_LEVEL),
                complaint(
                        "Thinking level XHIGH is not supported for this model. Please retry with other thinking level.",
                        Remedy.NO_HIGHEST_LEVEL),
                complaint("Thinking level is not supported for this model.", Remedy.NO_THINKING_LEVEL),
                complaint(
                        "Unable to submit request because thinking_budget is not supported by this model.",
                        Remedy.NO_THINKING_BUDGET),
                complaint("Budget 0 is invalid. This model only works in thinking mode.", Remedy.NO_THINKING_BUDGET),
                complaint("Thinking is not enabled for models/gemini-2.0-flash", Remedy.NO_THINKING_CONFIG));
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void aComplaintOfGooglesNamesItsRemedy(String message, Remedy remedy) {
        assertThat(Remedy.against(message)).contains(remedy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Request contains an invalid argument.",
                "Multiple candidates is not enabled for this model",
                "Invalid JSON payload received. Unknown name \"contents\": Cannot find field.",
                "Invalid value at 'contents[0]' (text), \"Penalty is not enabled for this model\"",
                "Invalid JSON payload received. Unknown name \"x\": Cannot find field. Unknown name \"seed\"",
                "Please ensure that the number of function response parts is equal to the number of function call"
                        + " parts."
            })
    void whatElseGoogleSaysOrQuotesHasNone(String message) {
        assertThat(Remedy.against(message)).isEmpty();
    }

    static Stream<Arguments> cures() {
        return Stream.of(
                cure(Remedy.NO_PENALTIES, config("\"presencePenalty\":1,\"frequencyPenalty\":1,"), config("")),
                cure(Remedy.NO_LOGPROBS, config("\"responseLogprobs\":true,\"logprobs\":3,"), config("")),
                cure(Remedy.NO_SAMPLING, config("\"temperature\":1,\"topP\":0.5,\"topK\":4,"), config("")),
                cure(Remedy.NO_SEED, config("\"seed\":7,"), config("")),
                cure(Remedy.NO_MEDIA_RESOLUTION, config("\"mediaResolution\":\"X\","), config("")),
                cure(Remedy.NO_THINKING_CONFIG, config("\"thinkingConfig\":{\"includeThoughts\":true},"), config("")),
                cure(
                        Remedy.NO_THINKING_LEVEL,
                        config("\"thinkingConfig\":{\"includeThoughts\":true,\"thinkingLevel\":\"LOW\"},"),
                        config("\"thinkingConfig\":{\"includeThoughts\":true},")),
                cure(
                        Remedy.NO_THINKING_BUDGET,
                        config("\"thinkingConfig\":{\"thinkingBudget\":0},"),
                        config("\"thinkingConfig\":{},")),
                cure(
                        Remedy.NO_MINIMAL_LEVEL,
                        config("\"thinkingConfig\":{\"thinkingLevel\":\"MINIMAL\"},"),
                        config("\"thinkingConfig\":{\"thinkingLevel\":\"LOW\"},")),
                cure(
                        Remedy.NO_HIGHEST_LEVEL,
                        config("\"thinkingConfig\":{\"thinkingLevel\":\"XHIGH\"},"),
                        config("\"thinkingConfig\":{\"thinkingLevel\":\"HIGH\"},")),
                cure(Remedy.NO_SERVICE_TIER, "{\"serviceTier\":\"flex\",\"contents\":[]}", "{\"contents\":[]}"),
                cure(
                        Remedy.PLAIN_SCHEMAS,
                        config("\"responseJsonSchema\":{\"type\":\"string\"},"),
                        config("\"responseSchema\":{\"type\":\"STRING\"},")),
                cure(
                        Remedy.SKIPPED_SIGNATURES,
                        turn("\"thoughtSignature\":\"AAAA\","),
                        turn("\"thoughtSignature\":\"skip_thought_signature_validator\",")),
                cure(
                        Remedy.SKIPPED_SIGNATURES,
                        turn(""),
                        turn("\"thoughtSignature\":\"skip_thought_signature_validator\",")));
    }

    @ParameterizedTest
    @MethodSource("cures")
    void aRemedyChangesWhatItNamesAndNothingElse(Remedy remedy, String request, String cured) {
        assertThat(remedy.concerns(request.getBytes(UTF_8))).isTrue();
        assertThat(new JsonObject(new String(remedy.applied(request.getBytes(UTF_8)), UTF_8)))
                .isEqualTo(new JsonObject(cured));
    }

    @ParameterizedTest
    @EnumSource
    void aRemedyLeavesARequestAloneThatHasNoneOfIt(Remedy remedy) {
        var request =
                "{\"contents\":[{\"parts\":[{\"text\":\"seed\"}]}],\"generationConfig\":{\"x\":1}}".getBytes(UTF_8);

        assertThat(new JsonObject(new String(remedy.applied(request), UTF_8)))
                .isEqualTo(new JsonObject(new String(request, UTF_8)));
    }

    @Test
    void onlySignaturesBelongToOneConversation() {
        assertThat(Remedy.values())
                .filteredOn(remedy -> !remedy.isLasting())
                .containsExactly(Remedy.SKIPPED_SIGNATURES);
    }

    private static Arguments complaint(String message, Remedy remedy) {
        return Arguments.of(message, remedy);
    }

    private static Arguments cure(Remedy remedy, String request, String cured) {
        return Arguments.of(remedy, request, cured);
    }

    private static String config(String settings) {
        return "{\"contents\":[{\"parts\":[{\"text\":\"hi\"}]}],\"generationConfig\":{%s\"maxOutputTokens\":9}}"
                .formatted(settings);
    }

    private static String turn(String signature) {
        return """
            {"contents":[{"role":"user","parts":[{"text":"hi"}]},{"role":"model","parts":[{"text":"Well."},
            {%s"functionCall":{"name":"f"}},{"functionCall":{"name":"g"}}]}]}
            """.formatted(signature);
    }
}
