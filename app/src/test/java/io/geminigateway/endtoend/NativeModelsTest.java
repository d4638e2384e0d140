package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of models, as Google tells it and to whom.
class NativeModelsTest {
    @TempDir
    private Path home;

    @Test
    void whatAnAccountSaysOfAModelIsPassedOn() {
        try (var rig = Rig.withKeys(home, "a")) {
            var told = new JsonObject(rig.get("/v1beta/models").body())
                    .getJsonArray("models")
                    .getJsonObject(0);

            assertThat(told.getString("name")).startsWith("models/gemini-");
            assertThat(told.getString("description")).isEqualTo("A simulated model.");
            assertThat(told)
                    .isEqualTo(new JsonObject(
                            rig.get("/v1beta/" + told.getString("name")).body()));
        }
    }

    @Test
    void allAccountsTogetherMakeTheListAndAliasesAreNotOnIt() {
        var google = Simulator.start();
        try (var rig = Rig.with(
                home,
                google,
                Map.of(
                        "a.json", google.account("a").models("gemini-3.8-flash").apiKeyFile(),
                        "v.json", google.account("v").models("gemini-9-flash").serviceAccountFile(),
                        "c.json", google.account("c").loginFile()),
                Map.of())) {
            var names = names(rig.get("/v1beta/models"), "models");

            assertThat(names)
                    .contains("models/gemini-3.8-flash", "models/gemini-9-flash", "models/gemini-2.5-pro")
                    .doesNotContain("models/gpt-4o")
                    .doesNotHaveDuplicates();
            var known = new JsonObject(rig.get("/v1beta/models/gemini-2.5-pro").body());
            assertThat(known.getInteger("inputTokenLimit")).isEqualTo(1_048_576);
            assertThat(known.getJsonArray("supportedGenerationMethods")).contains("generateContent");
        }
    }

    @Test
    void theListHasPages() {
        try (var rig = Rig.withKeys(home, "a")) {
            var all = names(rig.get("/v1beta/models?pageSize=1000"), "models");

            var first = new JsonObject(rig.get("/v1beta/models?pageSize=2").body());
            var second = rig.get("/v1beta/models?pageSize=2&pageToken=" + first.getString("nextPageToken"));

            assertThat(first.getJsonArray("models")).hasSize(2);
            assertThat(names(second, "models")).isEqualTo(all.subList(2, 4));
            assertThat(rig.get("/v1beta/models?pageToken=x").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void oneListSpeaksTwoLanguages() {
        try (var rig = Rig.withKeys(home, "a")) {
            assertThat(list(rig.get("/v1/models"))).containsKey("object");
            assertThat(list(rig.get("/v1/models", "authorization", "Bearer k"))).containsKey("object");
            assertThat(list(rig.get("/v1beta/openai/models"))).containsKey("object");
            assertThat(list(rig.get("/v1/models", "x-goog-api-key", "k"))).containsKey("models");
            assertThat(list(rig.get("/v1/models?key=k"))).containsKey("models");
            assertThat(list(rig.get("/v1beta/models"))).containsKey("models");
            assertThat(list(rig.get("/v1beta1/publishers/google/models"))).containsKey("publisherModels");
        }
    }

    @Test
    void aModelThatIsNoneIsNotFound() {
        try (var rig = Rig.withKeys(home, "a")) {
            var answer = rig.get("/v1beta/models/llama-7");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Native.error(answer).getString("message")).startsWith("models/llama-7 is not found");
            assertThat(rig.get("/v1beta1/publishers/google/models/gemini-2.5-pro")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static Map<String, Object> list(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getMap();
    }

    private static List<String> names(HttpResponse<String> answer, String list) {
        return new JsonObject(answer.body())
                .getJsonArray(list).stream()
                        .map(model -> ((JsonObject) model).getString("name"))
                        .toList();
    }
}
