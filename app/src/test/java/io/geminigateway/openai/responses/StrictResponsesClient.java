package io.geminigateway.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows a stream the way the most particular of the clients do, and then some: every event in its place, every item
/// opened before anything happens to it and closed after, all pieces adding up to what is told at the end.
public final class StrictResponsesClient {
    private static final Set<String> LAST = Set.of("response.completed", "response.incomplete", "response.failed");

    /// Events that grow a text, and the member that tells all of it at the end.
    private static final Map<String, String> WHOLE = Map.of(
            "response.output_text", "text",
            "response.refusal", "refusal",
            "response.reasoning_summary_text", "text",
            "response.function_call_arguments", "arguments",
            "response.custom_tool_call_input", "input");

    private final List<JsonObject> done = new ArrayList<>();
    private final StringBuilder pieces = new StringBuilder();
    private final List<JsonObject> annotations = new ArrayList<>();
    private @Nullable JsonObject open;
    private @Nullable JsonObject part;
    private @Nullable JsonObject response;
    private int number;
    private boolean over;

    public void hear(JsonObject event) {
        var type = event.getString("type");
        assertThat(over).as("events after the last").isFalse();
        assertThat(event.getInteger("sequence_number")).as(type).isEqualTo(number++);
        if (number <= 2) {
            assertThat(type).isEqualTo(number == 1 ? "response.created" : "response.in_progress");
            first(event.getJsonObject("response"));
        } else if (LAST.contains(type)) {
            last(type, event.getJsonObject("response"));
        } else {
            item(type, event);
        }
    }

    /// The stream has ended.
    public void end() {
        assertThat(over).isTrue();
    }

    private static JsonObject begun(@Nullable JsonObject started) {
        return Objects.requireNonNull(started, "it was never begun");
    }

    private void first(JsonObject begun) {
        assertThat(begun.getString("status")).isEqualTo("in_progress");
        assertThat(begun.getJsonArray("output")).isEmpty();
        assertThat(begun.getValue("usage")).isNull();
        assertThat(begun.getString("id")).startsWith("resp_");
        response = begun;
    }

    private void last(String type, JsonObject complete) {
        over = true;
        assertThat(type).isEqualTo("response." + complete.getString("status"));
        assertThat(complete.getJsonArray("output")).isEqualTo(new JsonArray(done));
        assertThat(complete.getString("id")).isEqualTo(begun(response).getString("id"));
        assertThat(complete.getValue("error") != null).isEqualTo(type.equals("response.failed"));
        assertThat(complete.getValue("incomplete_details") != null).isEqualTo(type.equals("response.incomplete"));
        if (!type.equals("response.failed")) {
            assertThat(open).as("an item that was never done").isNull();
            assertThat(complete.getJsonObject("usage").getInteger("total_tokens"))
                    .isNotNull();
        }
    }

    private void item(String type, JsonObject event) {
        assertThat(event.getInteger("output_index")).isEqualTo(done.size());
        switch (type) {
            case "response.output_item.added" -> {
                assertThat(open).isNull();
                open = event.getJsonObject("item");
                assertThat(open.getString("id")).isNotEmpty();
            }
            case "response.output_item.done" -> {
                assertThat(part).isNull();
                var item = event.getJsonObject("item");
                assertThat(item.getString("id")).isEqualTo(begun(open).getString("id"));
                assertThat(item.getString("type")).isEqualTo(begun(open).getString("type"));
                done.add(item);
                open = null;
            }
            default -> {
                assertThat(event.getString("item_id")).isEqualTo(begun(open).getString("id"));
                within(type, event);
            }
        }
    }

    private void within(String type, JsonObject event) {
        switch (type) {
            case "response.content_part.added", "response.reasoning_summary_part.added" -> {
                assertThat(part).isNull();
                part = event.getJsonObject("part");
                pieces.setLength(0);
            }
            case "response.content_part.done", "response.reasoning_summary_part.done" -> {
                var whole = event.getJsonObject("part");
                assertThat(whole.getString("type")).isEqualTo(begun(part).getString("type"));
                assertThat(whole.getString("text", whole.getString("refusal"))).isEqualTo(pieces.toString());
                assertThat(whole.getJsonArray("annotations", new JsonArray())).isEqualTo(new JsonArray(annotations));
                part = null;
            }
            case "response.output_text.annotation.added" -> {
                assertThat(event.getInteger("annotation_index")).isEqualTo(annotations.size());
                annotations.add(event.getJsonObject("annotation"));
            }
            case "response.function_call_arguments.delta", "response.custom_tool_call_input.delta" -> {
                pieces.setLength(0);
                pieces.append(event.getString("delta"));
                var call = begun(open);
                assertThat(call.getString("call_id")).isNotEmpty();
                assertThat(call.getString("name")).isNotEmpty();
            }
            default -> {
                if (type.endsWith(".delta")) {
                    assertThat(part).isNotNull();
                    pieces.append(event.getString("delta"));
                } else if (type.endsWith(".done")) {
                    var whole = WHOLE.get(type.substring(0, type.length() - ".done".length()));
                    assertThat(event.getString(whole)).isEqualTo(pieces.toString());
                } else {
                    assertThat(type)
                            .matches("response\\.(web_search_call\\.(in_progress|searching|completed)"
                                    + "|image_generation_call\\.(in_progress|generating|completed))");
                }
            }
        }
    }
}
