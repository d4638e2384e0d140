package io.geminigateway.openai.responses;

import io.geminigateway.dialect.Head;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.openai.OpenAiRequests;
import java.util.List;
import java.util.stream.IntStream;

/// A page of the items that a response was given, each with an id; the last first, unless asked otherwise.
record ItemList(List<Members> items, boolean hasMore) {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    static ItemList of(String responseId, KeptResponse response, Head head) {
        var given = response.inputItems("input");
        var inOrder = IntStream.range(0, given.size())
                .mapToObj(i -> item(given.get(i), responseId, i))
                .toList();
        var isAscending = head.parameter("order").filter("asc"::equals).isPresent();
        var all = isAscending ? inOrder : inOrder.reversed();
        var rest =
                all.subList(head.parameter("after").map(id -> behind(id, all)).orElse(0), all.size());
        var limit = limit(head);
        return new ItemList(List.copyOf(rest.subList(0, Math.min(limit, rest.size()))), rest.size() > limit);
    }

    String json() {
        return Members.NONE
                .with("object", JsonValue.of("list"))
                .with("data", new JsonValue.Elements(List.copyOf(items)))
                .with("first_id", items.isEmpty() ? JsonValue.Null.NULL : id(items.getFirst()))
                .with("last_id", items.isEmpty() ? JsonValue.Null.NULL : id(items.getLast()))
                .with("has_more", JsonValue.of(hasMore))
                .toString();
    }

    /// Items come back the way OpenAI tells them: all that clients leave out is there.
    private static Members item(InputItem given, String responseId, int index) {
        var item = given.json();
        if (!item.has("id")) {
            item = item.with("id", JsonValue.of(ItemId.of("in", responseId, index)));
        }
        if (!given.type().equals("message")) {
            return item;
        }
        var content = given.text("content");
        return (content.isPresent() ? item.with("content", text(given, content.get())) : item)
                .with("type", JsonValue.of("message"))
                .with("status", JsonValue.of("completed"));
    }

    private static JsonValue text(InputItem message, String text) {
        var isOutput = message.text("role").filter("assistant"::equals).isPresent();
        var part = Members.NONE
                .with("type", JsonValue.of(isOutput ? "output_text" : "input_text"))
                .with("text", JsonValue.of(text));
        return new JsonValue.Elements(
                List.of(isOutput ? part.with("annotations", new JsonValue.Elements(List.of())) : part));
    }

    private static int behind(String id, List<Members> all) {
        return IntStream.range(0, all.size())
                        .filter(i -> JsonValue.of(id).equals(all.get(i).get("id")))
                        .findFirst()
                        .orElseThrow(() -> OpenAiRequests.invalid("after", "'after' names no item of this response"))
                + 1;
    }

    private static int limit(Head head) {
        var limit = head.parameter("limit").orElse(String.valueOf(USUAL));
        if (!limit.matches("[1-9][0-9]?|%d".formatted(MOST))) {
            throw OpenAiRequests.invalid("limit", "'limit' must be 1 to %d".formatted(MOST));
        }
        return Integer.parseInt(limit);
    }

    private static JsonValue id(Members item) {
        return JsonValue.of(new InputItem(item, "").text("id").orElse(""));
    }
}
