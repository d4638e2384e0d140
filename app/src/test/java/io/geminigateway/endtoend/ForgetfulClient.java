package io.geminigateway.endtoend;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A client that runs tools until there is an answer, and keeps of each message only what OpenAI's first manual names:
/// roles, contents, and ids, names and arguments of calls.
final class ForgetfulClient {
    private static final int PATIENCE = 10;

    private final Function<String, String> gateway;
    private final boolean streaming;
    private final JsonArray tools;
    private final List<JsonObject> messages = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    /// `gateway` answers a body with a body; the tools are known by their names alone.
    ForgetfulClient(Function<String, String> gateway, boolean streaming, String... tools) {
        this.gateway = gateway;
        this.streaming = streaming;
        this.tools = new JsonArray(Stream.of(tools)
                .map(name -> JsonObject.of(
                        "type", "function", "function", JsonObject.of("name", name, "parameters", new JsonObject())))
                .toList());
    }

    /// What was called, in order.
    List<String> calls() {
        return calls;
    }

    /// By which ids.
    List<String> ids() {
        return ids;
    }

    /// The words at the end of the loop.
    String ask(String text) {
        messages.add(JsonObject.of("role", "user", "content", text));
        for (var step = 0; step < PATIENCE; step++) {
            var message = step();
            messages.add(message);
            if (!message.containsKey("tool_calls")) {
                return message.getString("content");
            }
            message.getJsonArray("tool_calls").forEach(call -> run((JsonObject) call));
        }
        throw new AssertionError("no end in sight: " + messages);
    }

    /// One request and its answer.
    JsonObject step() {
        var answer = gateway.apply(JsonObject.of(
                        "model", Rig.MODEL, "messages", new JsonArray(messages), "tools", tools, "stream", streaming)
                .encode());
        return streaming
                ? gathered(answer)
                : remembered(choice(new JsonObject(answer)).getJsonObject("message"));
    }

    private void run(JsonObject call) {
        var function = call.getJsonObject("function");
        calls.add(function.getString("name") + " " + function.getString("arguments"));
        ids.add(call.getString("id"));
        messages.add(JsonObject.of("role", "tool", "tool_call_id", call.getString("id"), "content", "done"));
    }

    private static JsonObject remembered(JsonObject message) {
        var kept = JsonObject.of("role", "assistant", "content", message.getString("content"));
        if (message.containsKey("tool_calls")) {
            kept.put(
                    "tool_calls",
                    new JsonArray(message.getJsonArray("tool_calls").stream()
                            .map(call -> rewritten((JsonObject) call))
                            .toList()));
        }
        return kept;
    }

    /// Clients write arguments anew.
    private static JsonObject rewritten(JsonObject call) {
        var function = call.getJsonObject("function");
        var arguments = new JsonObject(function.getString("arguments"));
        return JsonObject.of(
                "id",
                call.getString("id"),
                "type",
                "function",
                "function",
                JsonObject.of("name", function.getString("name"), "arguments", arguments.encodePrettily()));
    }

    private static JsonObject gathered(String stream) {
        var content = new StringBuilder();
        var calls = new JsonArray();
        Arrays.stream(stream.split("\n\n"))
                .filter(frame -> frame.startsWith("data: {"))
                .map(frame -> choice(new JsonObject(frame.substring("data: ".length())))
                        .getJsonObject("delta"))
                .forEach(delta -> {
                    content.append(delta.getString("content", "") == null ? "" : delta.getString("content", ""));
                    for (var call : delta.getJsonArray("tool_calls", new JsonArray())) {
                        if (((JsonObject) call).getInteger("index") != calls.size()) {
                            throw new AssertionError("an index that does not follow: " + call);
                        }
                        calls.add(call);
                    }
                });
        var message = JsonObject.of("content", content.toString());
        return remembered(calls.isEmpty() ? message : message.put("tool_calls", calls));
    }

    private static JsonObject choice(JsonObject answer) {
        return answer.getJsonArray("choices").getJsonObject(0);
    }
}
