package io.geminigateway.endtoend;

import io.geminigateway.openai.responses.ResponseEvents;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A client that runs tools until there is an answer. How much of each response it says again differs from client to
/// client.
final class ResponsesClient {
    private static final int PATIENCE = 10;

    /// What of a response comes back.
    enum Memory {
        /// All items as they were, and nothing is kept for it.
        VERBATIM {
            @Override
            Stream<JsonObject> of(JsonObject item) {
                return Stream.of(item);
            }
        },
        /// Calls and messages, but of reasoning only its id.
        REFERENCES {
            @Override
            Stream<JsonObject> of(JsonObject item) {
                return Stream.of(
                        isReasoning(item) ? JsonObject.of("type", "item_reference", "id", item.getString("id")) : item);
            }
        },
        /// No ids of items, and no reasoning at all.
        CALLS_ONLY {
            @Override
            Stream<JsonObject> of(JsonObject item) {
                var bare = item.copy();
                bare.remove("id");
                return isReasoning(item) ? Stream.empty() : Stream.of(bare);
            }
        };

        abstract Stream<JsonObject> of(JsonObject item);

        private static boolean isReasoning(JsonObject item) {
            return item.getString("type").equals("reasoning");
        }
    }

    private final UnaryOperator<String> gateway;
    private final Memory memory;
    private final boolean streaming;
    private final JsonArray tools;
    private final List<JsonObject> items = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    /// `gateway` answers a body with a body; the tools are known by their names alone.
    ResponsesClient(UnaryOperator<String> gateway, Memory memory, boolean streaming, String... tools) {
        this.gateway = gateway;
        this.memory = memory;
        this.streaming = streaming;
        this.tools = new JsonArray(Stream.of(tools)
                .map(name -> JsonObject.of("type", "function", "name", name, "parameters", new JsonObject()))
                .toList());
    }

    /// What was called, in order.
    List<String> calls() {
        return calls;
    }

    /// The words at the end of the loop.
    String ask(String text) {
        items.add(JsonObject.of("role", "user", "content", text));
        for (var step = 0; step < PATIENCE; step++) {
            var output = step();
            output.stream().flatMap(memory::of).forEach(items::add);
            var made = output.stream().filter(ResponsesClient::isCall).toList();
            if (made.isEmpty()) {
                return output.getLast().getJsonArray("content").getJsonObject(0).getString("text");
            }
            made.reversed().forEach(this::run); // results may come in any order
        }
        throw new AssertionError("no end in sight: " + items);
    }

    private List<JsonObject> step() {
        var request =
                JsonObject.of("model", Rig.MODEL, "input", new JsonArray(items), "tools", tools, "stream", streaming);
        if (memory == Memory.VERBATIM) {
            request.put("store", false).put("include", JsonArray.of("reasoning.encrypted_content"));
        }
        var answer = gateway.apply(request.encode());
        var response =
                streaming ? ResponseEvents.of(answer).getLast().getJsonObject("response") : new JsonObject(answer);
        return response.getJsonArray("output").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private void run(JsonObject call) {
        calls.add(call.getString("name"));
        items.add(
                JsonObject.of("type", "function_call_output", "call_id", call.getString("call_id"), "output", "done"));
    }

    private static boolean isCall(JsonObject item) {
        return item.getString("type").equals("function_call");
    }
}
