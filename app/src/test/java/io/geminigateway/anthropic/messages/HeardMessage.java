package io.geminigateway.anthropic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A message put together from its stream, by the strictest rules that any client has: whatever one of them stumbles
/// over, or takes for something else without a word, is an error here.
public final class HeardMessage {
    private static final Set<String> REASONS =
            Set.of("end_turn", "max_tokens", "tool_use", "refusal", "model_context_window_exceeded");

    private @Nullable JsonObject message;
    private @Nullable JsonObject block;
    private StringBuilder input = new StringBuilder();
    private int deltas;
    private boolean isSigned;
    private boolean isComplete;
    private boolean isOver;

    /// The whole message that the stream comes to.
    public static JsonObject of(String stream) {
        assertThat(stream).endsWith("\n\n").doesNotContain("\r", "\uFEFF", "\n\n\n", "[DONE]");
        var heard = new HeardMessage();
        for (var frame : List.of(stream.split("\n\n"))) {
            var lines = frame.split("\n", -1);
            assertThat(lines).as(frame).hasSize(2);
            assertThat(lines[0]).startsWith("event: ");
            assertThat(lines[1]).startsWith("data: {");
            heard.event(lines[0].substring("event: ".length()), new JsonObject(lines[1].substring("data: ".length())));
        }
        assertThat(heard.isOver).as("message_stop").isTrue();
        return heard.message();
    }

    private void event(String name, JsonObject data) {
        assertThat(data.getString("type")).isEqualTo(name);
        assertThat(isOver).as("after the end: " + name).isFalse();
        switch (name) {
            case "message_start" -> start(data.getJsonObject("message"));
            case "ping" -> message();
            case "content_block_start" -> begin(data);
            case "content_block_delta" -> delta(data);
            case "content_block_stop" -> stop(data);
            case "message_delta" -> finish(data);
            case "message_stop" -> {
                assertThat(isComplete).as("message_delta before the end").isTrue();
                isOver = true;
            }
            default -> throw new AssertionError("an event that some clients do not know: " + name);
        }
    }

    private void start(JsonObject started) {
        assertThat(message).as("a second message_start").isNull();
        assertThat(started.fieldNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "type",
                        "role",
                        "model",
                        "content",
                        "stop_reason",
                        "stop_sequence",
                        "stop_details",
                        "usage");
        assertThat(started.getJsonArray("content")).isEmpty();
        assertThat(started.getValue("stop_reason")).isNull();
        assertCounts(started.getJsonObject("usage"));
        message = started;
    }

    private void begin(JsonObject data) {
        assertThat(block).as("blocks come one after another").isNull();
        assertThat(data.getInteger("index")).isEqualTo(content().size());
        var begun = data.getJsonObject("content_block");
        switch (begun.getString("type")) {
            case "text" -> assertThat(begun.getString("text")).isEmpty();
            case "thinking" -> {
                assertThat(begun.getString("thinking")).isEmpty();
                assertThat(begun.getString("signature")).isEmpty();
            }
            case "tool_use", "server_tool_use" -> {
                assertThat(begun.getString("id")).matches("[A-Za-z0-9_-]{8,64}");
                assertThat(begun.getString("name")).isNotEmpty();
                assertThat(begun.getJsonObject("input")).isEmpty();
            }
            case "web_search_tool_result" ->
                assertThat(begun.getString("tool_use_id"))
                        .isEqualTo(content().getJsonObject(content().size() - 1).getString("id"));
            default -> throw new AssertionError(begun);
        }
        block = begun;
        input = new StringBuilder();
        deltas = 0;
        isSigned = false;
    }

    private void delta(JsonObject data) {
        assertThat(data.getInteger("index")).isEqualTo(content().size());
        assertThat(isSigned).as("a signature is the last of a thought").isFalse();
        var delta = data.getJsonObject("delta");
        deltas++;
        switch (delta.getString("type") + " of " + block().getString("type")) {
            case "text_delta of text" -> append("text", delta);
            case "citations_delta of text" ->
                block().put(
                                "citations",
                                block().getJsonArray("citations", new JsonArray())
                                        .copy()
                                        .add(delta.getJsonObject("citation")));
            case "thinking_delta of thinking" -> append("thinking", delta);
            case "signature_delta of thinking" -> {
                append("signature", delta);
                isSigned = true;
            }
            case "input_json_delta of tool_use", "input_json_delta of server_tool_use" ->
                input.append(delta.getString("partial_json"));
            default -> throw new AssertionError(delta + " of " + block());
        }
    }

    private void append(String field, JsonObject delta) {
        assertThat(delta.getString(field)).isNotEmpty();
        block().put(field, block().getString(field) + delta.getString(field));
    }

    private void stop(JsonObject data) {
        assertThat(data.getInteger("index")).isEqualTo(content().size());
        if (block().containsKey("input")) {
            assertThat(deltas).as("input of a call").isPositive();
            block().put("input", new JsonObject(input.toString()));
        }
        content().add(block());
        block = null;
    }

    private void finish(JsonObject data) {
        assertThat(block).as("a block is open").isNull();
        assertThat(isComplete).as("a second message_delta").isFalse();
        var delta = data.getJsonObject("delta");
        assertThat(delta.fieldNames()).containsExactlyInAnyOrder("stop_reason", "stop_sequence", "stop_details");
        assertThat(delta.getString("stop_reason")).isIn(REASONS);
        assertThat(delta.getString("stop_reason").equals("tool_use") || !hasCalls() || !isNatural(delta))
                .as("a call that ends the loop")
                .isTrue();
        assertCounts(data.getJsonObject("usage"));
        message().mergeIn(delta).put("usage", data.getJsonObject("usage"));
        isComplete = true;
    }

    private static boolean isNatural(JsonObject delta) {
        return delta.getString("stop_reason").equals("end_turn");
    }

    private boolean hasCalls() {
        return content().stream()
                .anyMatch(each -> ((JsonObject) each).getString("type").equals("tool_use"));
    }

    static void assertCounts(JsonObject usage) {
        for (var name :
                Set.of("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens", "output_tokens")) {
            assertThat(usage.getValue(name)).as(name).isInstanceOf(Integer.class);
            assertThat(usage.getInteger(name)).as(name).isNotNegative();
        }
    }

    private JsonObject message() {
        return Objects.requireNonNull(message, "message_start comes first");
    }

    private JsonArray content() {
        return message().getJsonArray("content");
    }

    private JsonObject block() {
        return Objects.requireNonNull(block, "no block has begun");
    }
}
