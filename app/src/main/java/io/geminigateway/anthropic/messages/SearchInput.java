package io.geminigateway.anthropic.messages;

import io.geminigateway.gemini.JsonValue;
import java.util.List;

/// What Google was asked to search for, as the input of a call.
final class SearchInput {
    private SearchInput() {}

    static String json(List<String> queries) {
        return JsonValue.Members.NONE
                .with("query", JsonValue.of(String.join("; ", queries)))
                .toString();
    }
}
