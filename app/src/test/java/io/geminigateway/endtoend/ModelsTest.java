package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    @TempDir
    private Path home;

    @Test
    void theListIsWhatAllAccountsTogetherMayCall() {
        try (var google = Simulator.start();
                var rig = Rig.with(
                        home,
                        google,
                        Map.of(
                                "a.json",
                                        google.account("a")
                                                .models("gemini-3.8-flash", "evergreen-custom")
                                                .apiKeyFile(),
                                "b.json",
                                        google.account("b")
                                                .models("gemini-9-flash", "gemini-3.8-live")
                                                .apiKeyFile(),
                                "v.json",
                                        google.account("v")
                                                .models("gemini-embedding-2")
                                                .serviceAccountFile(),
                                "c.json", google.account("c").loginFile()),
                        Map.of())) {
            var ids = ids(rig);

            assertThat(ids)
                    .contains("gemini-3.8-flash", "gemini-9-flash", "gemini-embedding-2", "gemini-2.5-flash", "gpt-4o")
                    .doesNotContain("evergreen-custom", "gemini-3.8-live", "gemini-4-neon", "gpt-image-1")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void itIsAskedForOnceAndThenKept() {
        try (var rig = Rig.withKeys(home, "a")) {
            var before = rig.standing();

            for (var i = 0; i < 5; i++) {
                ids(rig);
            }

            assertThat(lists(rig)).isEqualTo(1);
            assertThat(rig.standing()).isEqualTo(before);
        }
    }

    @Test
    void aBrokenAccountKeepsNobodyWaitingAndHidesNothing() {
        try (var google = Simulator.start();
                var rig = Rig.with(
                        home,
                        google,
                        Map.of(
                                "a.json",
                                google.account("a").models("gemini-3.8-flash").apiKeyFile(),
                                "bad.json",
                                "{\"type\":\"api_key\",\"key\":\"AIza-unknown\"}"),
                        Map.of())) {
            assertThat(ids(rig)).contains("gemini-3.8-flash").doesNotContain("gemini-4-neon");
        }
    }

    @Test
    void whereNobodyTellsTheListIsTheOneWeKnow() {
        try (var google = Simulator.start();
                var rig = Rig.with(
                        home,
                        google,
                        Map.of("bad.json", "{\"type\":\"api_key\",\"key\":\"AIza-unknown\"}"),
                        Map.of())) {
            assertThat(ids(rig)).contains("gemini-4-neon", "gpt-4o", "gemini-embedding-001");
        }
    }

    @Test
    void aNewAccountBringsItsModels() throws IOException {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").models("gemini-3.8-flash");
            ids(rig);

            Files.writeString(
                    rig.accountFile("z.json"),
                    rig.google().account("z").models("gemini-9-flash").apiKeyFile());

            Rig.until(() -> ids(rig).contains("gemini-9-flash"));
        }
    }

    @Test
    void oneModelIsFoundByAnyOfItsNames() {
        try (var rig = Rig.withKeys(home, "a")) {
            assertThat(one(rig, "gemini-3.8-flash")).isEqualTo("gemini-3.8-flash");
            assertThat(one(rig, "models/gemini-3.8-flash")).isEqualTo("gemini-3.8-flash");
            assertThat(one(rig, "google%2Fgemini-3.8-flash")).isEqualTo("gemini-3.8-flash");
            assertThat(one(rig, "gpt-4o")).isEqualTo("gpt-4o");
            assertThat(rig.get("/v1/models/llama-7").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatGoogleTellsOfANewModelHoldsForItsRequests() {
        var google = Simulator.start();
        var account =
                google.account("a").model("gemma-9-it", JsonObject.of("outputTokenLimit", 1000, "maxTemperature", 1.5));
        try (google;
                var rig = Rig.learning(home, google, Map.of("a.json", account.apiKeyFile()), Map.of())) {
            Rig.until(() -> asked(rig, "gemma-9-it").getInteger("maxOutputTokens") == 1000);

            assertThat(asked(rig, "gemma-9-it").getDouble("temperature")).isEqualTo(1.5);
            assertThat(asked(rig, "gemini-2.5-flash").getDouble("temperature")).isEqualTo(2);
            assertThat(asked(rig, "gemini-2.5-flash").getInteger("maxOutputTokens"))
                    .isEqualTo(5000);
        }
    }

    private static JsonObject asked(Rig rig, String model) {
        rig.google().ledger().clear();
        rig.chat("""
                {"model":"%s","max_tokens":5000,"temperature":2,"messages":[{"role":"user","content":"hi"}]}
                """.formatted(model));
        return new JsonObject(rig.google().ledger().of("a").getFirst().body()).getJsonObject("generationConfig");
    }

    private static String one(Rig rig, String id) {
        return new JsonObject(rig.get("/v1/models/" + id).body()).getString("id");
    }

    private static long lists(Rig rig) {
        return rig.google().ledger().entries().stream()
                .filter(entry -> entry.kind() == Entry.Kind.MODELS)
                .count();
    }

    private static List<String> ids(Rig rig) {
        var list = new JsonObject(rig.get("/v1/models").body());
        assertThat(list.getString("object")).isEqualTo("list");
        return list.getJsonArray("data").stream()
                .map(entry -> ((JsonObject) entry).getString("id"))
                .toList();
    }
}
