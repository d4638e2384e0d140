package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A pretend model that signs its calls and insists on getting the signatures back.
class ToolLoopTest {
    private static final String ERRAND =
            "do: weather {\"city\":\"Rome\"} & weather {\"city\":\"Oslo\"} | clock {} & weather {\"n\":1.50,\"city\":\"Bern\"}"
                    + " | clock {} | echo Rome is warm";
    private static final String SKIP = "skip_thought_signature_validator";

    @TempDir
    private Path home;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = Rig.withKeys(home, "a", "b");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatForgetsSignaturesStillGoesAllTheWay(boolean streaming) {
        var client = client(streaming, "weather", "clock");

        var answer = client.ask(ERRAND);

        assertThat(answer).isEqualTo("Rome is warm");
        assertThat(client.calls()).hasSize(5).first().isEqualTo("weather {\n  \"city\" : \"Rome\"\n}");
        assertThat(client.ids()).doesNotHaveDuplicates();
        assertThat(bodies()).hasSize(4).noneMatch(body -> body.contains(SKIP));
        assertThat(signatures(bodies().getLast())).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLoopGoesOnAfterARestart(boolean streaming) {
        var client = new ForgetfulClient(
                body -> {
                    rig.restart();
                    return rig.chat(body).body();
                },
                streaming,
                "weather",
                "clock");

        var answer = client.ask(ERRAND);

        assertThat(answer).isEqualTo("Rome is warm");
        assertThat(bodies()).hasSize(4).noneMatch(body -> body.contains(SKIP));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoTalksOneAfterTheOtherKeepTheirSignaturesApart(boolean streaming) {
        var client = client(streaming, "weather", "clock");

        client.ask("do: weather {\"city\":\"Rome\"} | clock {} | echo first");
        var answer = client.ask("do: weather {\"city\":\"Rome\"} | clock {} | echo second");

        assertThat(answer).isEqualTo("second");
        assertThat(bodies()).noneMatch(body -> body.contains(SKIP));
        assertThat(signatures(bodies().getLast())).hasSize(4);
    }

    @Test
    void namesThatGeminiRefusesComeBackAsTheClientsOwn() {
        rig.chat("""
                {"model":"%s","messages":[{"role":"user","content":"hello"}],
                 "tools":[{"type":"function","function":{"name":"mcp.files/read"}}]}""".formatted(Rig.MODEL));
        var spelled = new JsonObject(bodies().getLast())
                .getJsonArray("tools")
                .getJsonObject(0)
                .getJsonArray("functionDeclarations")
                .getJsonObject(0)
                .getString("name");
        var client = client(false, "mcp.files/read");

        var answer = client.ask("do: %s {} | echo read".formatted(spelled));

        assertThat(spelled).matches("mcp_files_read_[0-9a-f]{8}");
        assertThat(answer).isEqualTo("read");
        assertThat(client.calls()).containsExactly("mcp.files/read { }");
    }

    @Test
    void aHistoryOfAnotherModelsCallsIsTakenWithTheSkipValue() {
        var body = """
                {"model":"%s","messages":[
                 {"role":"user","content":"Weather?"},
                 {"role":"assistant","content":null,"tool_calls":[
                  {"id":"toolu_1","type":"function","function":{"name":"weather","arguments":"{\\"city\\":\\"Rome\\"}"}},
                  {"id":"toolu_2","type":"function","function":{"name":"weather","arguments":"{\\"city\\":\\"Oslo\\"}"}}]},
                 {"role":"tool","tool_call_id":"toolu_2","content":"7 C"},
                 {"role":"tool","tool_call_id":"toolu_1","content":"21 C"}],
                 "tools":[{"type":"function","function":{"name":"weather"}}]}""".formatted(Rig.MODEL);

        assertThat(rig.chat(body).statusCode()).isEqualTo(200);
        assertThat(signatures(bodies().getLast())).containsExactly(SKIP);
    }

    private ForgetfulClient client(boolean streaming, String... tools) {
        return new ForgetfulClient(body -> rig.chat(body).body(), streaming, tools);
    }

    private List<String> bodies() {
        return rig.google().ledger().entries().stream()
                .filter(entry -> entry.path().contains("enerateContent"))
                .map(Entry::body)
                .toList();
    }

    private static List<String> signatures(String body) {
        return objects(new JsonObject(body).getJsonArray("contents"))
                .flatMap(content -> objects(content.getJsonArray("parts")))
                .filter(part -> part.containsKey("thoughtSignature"))
                .map(part -> part.getString("thoughtSignature"))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
