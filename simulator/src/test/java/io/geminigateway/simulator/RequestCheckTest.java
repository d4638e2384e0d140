package io.geminigateway.simulator;

import static io.geminigateway.simulator.Client.json;
import static io.geminigateway.simulator.Client.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestCheckTest {
    private final Simulator google = Simulator.start();
    private final Client client = new Client(google);
    private final SimulatedAccount ada = google.account("ada");

    @AfterEach
    void close() {
        client.close();
        google.close();
    }

    @Test
    void anUnknownFieldIsNamedWithItsPath() {
        var response = client.send(client.generate(ada, """
                {"contents":[{"parts":[{"text":"hi"}]}],"max_tokens":1,
                 "tools":[{"functionDeclarations":[{"name":"f","parameters":{"type":"OBJECT",
                   "properties":{"a":{"type":"STRING","const":"x"}},"additionalProperties":false}}]}]}"""));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(message(response).lines())
                .containsExactly(
                        "Invalid JSON payload received. Unknown name \"max_tokens\": Cannot find field.",
                        "Invalid JSON payload received. Unknown name \"const\" at"
                                + " 'tools[0].function_declarations[0].parameters.properties[0].value': Cannot find field.",
                        "Invalid JSON payload received. Unknown name \"additionalProperties\" at"
                                + " 'tools[0].function_declarations[0].parameters': Cannot find field.");
        assertThat(json(response)
                        .getJsonObject("error")
                        .getJsonArray("details")
                        .getJsonObject(0)
                        .getJsonArray("fieldViolations"))
                .first()
                .isEqualTo(JsonObject.of(
                        "description",
                        "Invalid JSON payload received. Unknown name \"max_tokens\": Cannot find field."));
    }

    @Test
    void anUnknownSettingIsRefused() {
        var response = client.send(client.generate(ada, """
                {"contents":[{"parts":[{"text":"hi"}]}],"generationConfig":{"topA":1}}"""));

        assertThat(message(response))
                .isEqualTo(
                        "Invalid JSON payload received. Unknown name \"topA\" at 'generation_config': Cannot find field.");
    }

    @Test
    void bothSpellingsAndSingleElementsAreFine() {
        var response = client.send(client.generate(ada, """
                {"contents":{"parts":{"text":"hi"}},"generation_config":{"max_output_tokens":5,
                 "thinkingConfig":{"include_thoughts":true}},"system_instruction":{"parts":[{"text":"x"}]}}"""));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void aMessageIsNoText() {
        var response = client.send(client.generate(ada, """
                {"contents":["hi"]}"""));

        assertThat(message(response))
                .startsWith("Invalid value at 'contents[0]'")
                .endsWith("v1beta.Content), \"hi\"");
    }

    @Test
    void contentsAreNeeded() {
        assertThat(message(client.send(client.generate(ada, "{}"))))
                .isEqualTo("* GenerateContentRequest.contents: contents is not specified\n");
        assertThat(message(client.send(client.generate(ada, "{\"contents\":[{\"parts\":[]}]}"))))
                .startsWith("* GenerateContentRequest.contents[0].parts: contents.parts must not be empty.");
    }

    @Test
    void onlyUsersAndModelsSpeak() {
        var response = client.send(client.generate(ada, """
                {"contents":[{"role":"assistant","parts":[{"text":"hi"}]}]}"""));

        assertThat(message(response)).isEqualTo("Please use a valid role: user, model.");
    }

    @Test
    void whatIsNotJsonIsQuoted() {
        var response = client.send(client.generate(ada, "nonsense"));

        assertThat(message(response)).isEqualTo("Invalid JSON payload received. Unexpected token.\nnonsense\n^");
    }

    @Test
    void aStreamWithoutSseWrapsItsErrors() {
        var request = client.gemini(ada, "/v1beta/models/gemini-2.5-pro:streamGenerateContent");

        var response = client.send(Client.posting(request, "{}"));

        assertThat(new JsonArray(response.body())
                        .getJsonObject(0)
                        .getJsonObject("error")
                        .getInteger("code"))
                .isEqualTo(400);
    }
}
