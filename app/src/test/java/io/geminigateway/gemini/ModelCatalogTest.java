package io.geminigateway.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geminigateway.failure.GatewayException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogTest {
    private final ModelCatalog catalog = ModelCatalog.bundled();

    @Test
    void aKnownModelIsFoundByItsName() {
        var model = catalog.find(ModelName.of("models/gemini-3.8-flash"));

        assertThat(model)
                .contains(new Model(
                        new ModelName("gemini-3.8-flash"),
                        "Gemini 3.8 Flash",
                        Model.Kind.CHAT,
                        LocalDate.of(2026, 9, 2),
                        1_048_576,
                        65_536,
                        2));
        assertThat(model.orElseThrow().created()).isEqualTo(1_788_307_200);
    }

    @Test
    void anUnknownModelIsNotFound() {
        assertThat(catalog.find(new ModelName("gemini-1.5-pro"))).isEmpty();
    }

    @Test
    void everyKindOfModelIsListed() {
        assertThat(catalog.all()).extracting(Model::kind).contains(Model.Kind.values());
        assertThat(catalog.all()).hasSize(31).allSatisfy(model -> {
            assertThat(model.displayName()).isNotBlank();
            assertThat(model.inputTokenLimit()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-3.8-flash, gemini-3.8-flash",
        "models/gemini-2.5-pro, gemini-2.5-pro",
        "gemini-9-foo, gemini-9-foo",
        "gpt-4o, gemini-3.8-flash",
        "GPT-4o, gemini-3.8-flash",
        "openai/gpt-4o-2024-08-06, gemini-3.8-flash",
        "gpt-4o-mini-2024-07-18, gemini-3.1-flash-lite",
        "gpt-4.1-nano, gemini-3.1-flash-lite",
        "gpt-5.4-nano, gemini-3.1-flash-lite",
        "gpt-5.2-pro, gemini-3.1-pro-preview",
        "o4-mini, gemini-3.8-flash",
        "claude-haiku-4-5-20251001, gemini-3.1-flash-lite",
        "anthropic/claude-opus-4-5, gemini-3.1-pro-preview",
        "claude-sonnet-4-5, gemini-3.8-flash",
        "gemini-flash-latest, gemini-3.8-flash",
        "gemini-2.0-flash-lite-001, gemini-3.1-flash-lite",
        "gpt-4o-mini-tts, gemini-3.8-flash-tts",
        "text-embedding-3-small, gemini-embedding-001"
    })
    void aNameIsResolvedToTheModelThatIsMeant(String spoken, String model) {
        assertThat(catalog.resolve(spoken)).isEqualTo(new ModelName(model));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "openai/", "gpt 9", "../gpt-4o x"})
    void whatIsNoNameIsNotResolved(String spoken) {
        assertThatThrownBy(() -> catalog.resolve(spoken)).isInstanceOf(GatewayException.class);
    }

    @Test
    void everyAliasLeadsToAListedModel() {
        assertThat(catalog.aliases()).containsKeys("gpt-4o", "whisper-1").doesNotContainKey("gpt-4*");
        assertThat(catalog.aliases().values())
                .allSatisfy(model -> assertThat(catalog.find(model)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-4-hydrogen, LOW MEDIUM HIGH XHIGH",
        "gemini-4-argon, LOW MEDIUM HIGH",
        "gemini-5-helium, LOW MEDIUM HIGH",
        "gemini-3.8-flash, LOW MEDIUM HIGH",
        "gemini-3.6-flash, MINIMAL LOW MEDIUM HIGH",
        "gemini-3.5-flash-lite, MINIMAL LOW MEDIUM HIGH",
        "gemini-3.1-pro-preview-customtools, LOW MEDIUM HIGH",
        "gemini-3-flash, MINIMAL LOW MEDIUM HIGH",
        "gemini-3.1-flash-image, MINIMAL HIGH",
        "gemma-4-31b-it, MINIMAL HIGH"
    })
    void newerModelsThinkByLevel(String model, String levels) {
        assertThat(capabilities(model).thinking())
                .isInstanceOfSatisfying(
                        Thinking.Levels.class,
                        thinking -> assertThat(thinking.levels())
                                .extracting(ThinkingLevel::name)
                                .containsExactly(levels.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-pro, 128, 32768, false",
        "gemini-2.5-flash, 0, 24576, true",
        "gemini-2.5-flash-lite, 512, 24576, true"
    })
    void olderModelsThinkByBudget(String model, int min, int max, boolean off) {
        assertThat(capabilities(model).thinking()).isEqualTo(new Thinking.Budget(min, max, off));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "gemini-3-pro-image", "gemini-3.8-flash-tts", "gemini-2.5-flash-image"})
    void someModelsThinkAsTheyLike(String model) {
        assertThat(capabilities(model).thinking()).isEqualTo(Thinking.Uncontrolled.UNCONTROLLED);
    }

    @Test
    void eachFamilyHasItsRefusals() {
        assertThat(capabilities("gemini-2.5-flash").answers()).isEqualTo(8);
        assertThat(capabilities("gemini-2.5-flash").jsonWithTools()).isFalse();
        assertThat(capabilities("gemini-2.5-flash").searchWithTools()).isFalse();
        assertThat(capabilities("gemini-3.5-flash").prefill()).isTrue();
        assertThat(capabilities("gemini-3.5-flash").sampling()).isTrue();
        assertThat(capabilities("gemini-3.6-flash").prefill()).isFalse();
        assertThat(capabilities("gemini-3.8-flash").sampling()).isFalse();
        assertThat(capabilities("gemini-4-neon").cache()).isFalse();
        assertThat(capabilities("gemini-3.8-flash-tts").output()).containsExactly(Modality.AUDIO);
        assertThat(capabilities("gemini-3-pro-image").output()).contains(Modality.IMAGE);
        assertThat(capabilities("gemini-3-pro-image").tools()).isFalse();
    }

    @Test
    void anOperatorsFileAddsAndOverrides() {
        var own = catalog.with("""
                {
                  "aliases": {"gpt-4o": "gemini-2.5-pro", "gemini-2.5-*": "gemini-3.5-flash", "best": "gemini-4-neon"},
                  "capabilities": {"gemini-4-neon": {"logprobs": true, "thinking": {"control": "budget", "min": 1, "max": 9}}},
                  "chat": [{"id": "gemini-6-xenon", "inputTokenLimit": 5}]
                }
                """.getBytes(UTF_8));

        assertThat(own.resolve("gpt-4o")).isEqualTo(new ModelName("gemini-2.5-pro"));
        assertThat(own.resolve("models/gemini-2.5-flash")).isEqualTo(new ModelName("gemini-3.5-flash"));
        assertThat(own.resolve("gpt-5")).isEqualTo(catalog.resolve("gpt-5"));
        assertThat(own.aliases()).containsEntry("best", new ModelName("gemini-4-neon"));
        var neon = own.capabilities(new ModelName("gemini-4-neon"));
        assertThat(neon.logprobs()).isTrue();
        assertThat(neon.cache()).isFalse();
        assertThat(neon.thinking()).isEqualTo(new Thinking.Budget(1, 9, false));
        assertThat(own.find(new ModelName("gemini-6-xenon")))
                .hasValueSatisfying(model -> assertThat(model.displayName()).isEqualTo("gemini-6-xenon"));
        assertThat(own.all()).hasSize(32);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                      | it ends too early",
                "[]                                                     | object",
                "{\"alias\":{}}                                         | 'alias' is unknown",
                "{\"aliases\":{\"x\":\"a b\"}}                          | aliases.x: 'a b' is not the name of a model",
                "{\"aliases\":{\"x\":1}}                                | aliases",
                "{\"capabilities\":{\"x\":{\"smell\":true}}}            | 'capabilities.x.smell' is unknown",
                "{\"capabilities\":{\"x\":{\"input\":[\"smell\"]}}}     | capabilities.x: 'smell' is none of [TEXT, IMAGE",
                "{\"capabilities\":{\"x\":{\"thinking\":{}}}}           | capabilities.x: 'control'",
                "{\"capabilities\":{\"x\":{\"thinking\":{\"control\":\"level\"}}}}  | needs 'levels'",
                "{\"capabilities\":{\"x\":{\"thinking\":{\"control\":\"budget\"}}}} | needs 'min' and 'max'",
                "{\"chat\":[{\"id\":\"a b\",\"inputTokenLimit\":1}]}    | 'a b' is not the name of a model"
            })
    void aFaultyFileIsExplained(String file, String explanation) {
        assertThatThrownBy(() -> catalog.with(file.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(explanation);
    }

    private Capabilities capabilities(String model) {
        return catalog.capabilities(new ModelName(model));
    }

    @Test
    void aModelThatOnlyGoogleKnowsIsWhatGoogleSaysItIs() {
        catalog.heard(List.of(listed("gemini-5-helium", 2_000_000, 131_072, true, "generateContent")));

        var model = catalog.find(new ModelName("gemini-5-helium")).orElseThrow();
        var capabilities = catalog.capabilities(model.name());

        assertThat(model.kind()).isEqualTo(Model.Kind.CHAT);
        assertThat(model.inputTokenLimit()).isEqualTo(2_000_000);
        assertThat(model.outputTokenLimit()).isEqualTo(131_072);
        assertThat(model.maxTemperature()).isEqualTo(1.5);
        assertThat(capabilities.cache()).isFalse();
        assertThat(capabilities.thinking()).isInstanceOf(Thinking.Levels.class);
    }

    @Test
    void aNewModelThatDoesNotThinkIsNotAskedTo() {
        catalog.heard(List.of(listed("gemini-5-helium", 1000, 1000, false, "generateContent", "createCachedContent")));

        var capabilities = catalog.capabilities(new ModelName("gemini-5-helium"));

        assertThat(capabilities.thinking()).isEqualTo(Thinking.Uncontrolled.UNCONTROLLED);
        assertThat(capabilities.cache()).isTrue();
    }

    @Test
    void googleKnowsTheLimitsOfAKnownModelBetterButNotHowItThinks() {
        var name = new ModelName("gemini-3.8-flash");
        var thinking = catalog.capabilities(name).thinking();

        catalog.heard(List.of(listed(name.value(), 2_000_000, 131_072, false, "generateContent")));

        assertThat(catalog.find(name).orElseThrow().outputTokenLimit()).isEqualTo(131_072);
        assertThat(catalog.find(name).orElseThrow().displayName()).isEqualTo("Gemini 3.8 Flash");
        assertThat(catalog.capabilities(name).thinking()).isEqualTo(thinking);
        assertThat(catalog.capabilities(name).cache()).isFalse();
    }

    @Test
    void theOperatorHasTheLastWord() {
        var operators = catalog.with("""
                {"capabilities": {"gemini-5-*": {"cache": true, "thinking": {"control": "budget", "min": 1, "max": 9}}},
                 "chat": [{"id": "gemini-5-helium", "inputTokenLimit": 7, "outputTokenLimit": 5, "maxTemperature": 1}]}
                """.getBytes(UTF_8));

        operators.heard(List.of(listed("gemini-5-helium", 2_000_000, 131_072, false, "generateContent")));

        var model = operators.find(new ModelName("gemini-5-helium")).orElseThrow();
        assertThat(model.inputTokenLimit()).isEqualTo(7);
        assertThat(model.outputTokenLimit()).isEqualTo(5);
        assertThat(model.maxTemperature()).isEqualTo(1);
        assertThat(operators.capabilities(model.name()).cache()).isTrue();
        assertThat(operators.capabilities(model.name()).thinking()).isEqualTo(new Thinking.Budget(1, 9, false));
    }

    @Test
    void aListOfNamesChangesNothingThatIsKnown() {
        var name = new ModelName("gemini-3.8-flash");
        var model = catalog.find(name);
        var capabilities = catalog.capabilities(name);

        catalog.heard(List.of(ListedModel.named(name)));

        assertThat(catalog.find(name)).isEqualTo(model);
        assertThat(catalog.capabilities(name)).isEqualTo(capabilities);
    }

    @Test
    void ofSeveralListsTheOneThatTellsMoreCounts() {
        var name = new ModelName("gemini-5-helium");

        catalog.heard(List.of(
                ListedModel.named(name),
                listed(name.value(), 1000, 900, false, "generateContent"),
                listed(name.value(), 500, 1000, true, "generateContent", "createCachedContent")));

        assertThat(catalog.find(name).orElseThrow().inputTokenLimit()).isEqualTo(1000);
        assertThat(catalog.find(name).orElseThrow().outputTokenLimit()).isEqualTo(1000);
        assertThat(catalog.capabilities(name).cache()).isTrue();
        assertThat(catalog.capabilities(name).thinking()).isInstanceOf(Thinking.Levels.class);
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-9-embedding, embedContent, EMBEDDING",
        "gemini-9-flash-tts, generateContent, SPEECH",
        "gemini-9-flash-image, generateContent, IMAGE",
        "gemma-9, generateContent, CHAT"
    })
    void theKindOfANewModelIsReadFromItsMethodsAndName(String name, String method, Model.Kind kind) {
        catalog.heard(List.of(listed(name, 1000, 1000, false, method)));

        assertThat(catalog.find(new ModelName(name)).orElseThrow().kind()).isEqualTo(kind);
    }

    @Test
    void whatIsNoLongerListedIsForgottenUnlessItIsWritten() {
        catalog.heard(List.of(listed("gemini-5-helium", 1, 1, false, "generateContent")));

        catalog.heard(List.of());

        assertThat(catalog.find(new ModelName("gemini-5-helium"))).isEmpty();
        assertThat(catalog.find(new ModelName("gemini-3.8-flash"))).isPresent();
    }

    private static ListedModel listed(String name, int input, int output, boolean thinking, String... methods) {
        return new ListedModel(
                new ModelName(name), name, input, output, 1.5, thinking, Set.of(methods), JsonValue.Members.NONE);
    }
}
