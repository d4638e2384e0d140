package io.geminigateway.openai.responses;

import io.geminigateway.answer.Page;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.sse.Bytes;
import java.util.List;

/// What Google searched for. One hears of it when it is over.
final class SearchItem implements OutputItem {
    private static final String CALL = "response.web_search_call";

    private final ItemPlace place;
    private final Members action;

    /// `pages` are those that were found, where that was asked for.
    SearchItem(ItemPlace place, List<String> queries, List<Page> pages) {
        this.place = place;
        action = action(queries, pages);
        place.added(out -> write("in_progress", out));
        place.event(CALL + ".in_progress");
        place.event(CALL + ".searching");
        place.event(CALL + ".completed");
        place.done(this::write);
    }

    @Override
    public void write(Bytes out) {
        write("completed", out);
    }

    private void write(String status, Bytes out) {
        out.append("{\"id\":\"" + place.id() + "\",\"type\":\"web_search_call\",\"status\":\"" + status
                + "\",\"action\":" + action + "}");
    }

    private static Members action(List<String> queries, List<Page> pages) {
        var search = Members.NONE
                .with("type", JsonValue.of("search"))
                .with("query", JsonValue.of(queries.getFirst()))
                .with("queries", list(queries.stream().map(JsonValue::of).toList()));
        return pages.isEmpty()
                ? search
                : search.with(
                        "sources", list(pages.stream().map(SearchItem::source).toList()));
    }

    private static JsonValue source(Page page) {
        return Members.NONE.with("type", JsonValue.of("url")).with("url", JsonValue.of(page.url()));
    }

    private static JsonValue list(List<JsonValue> elements) {
        return new JsonValue.Elements(elements);
    }
}
