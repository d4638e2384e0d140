package io.geminigateway.google;

import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A part of a list, as `pageSize` and `pageToken` ask for it. A token is the number of entries before the page: what
/// comes and goes meanwhile may be told twice or not at all.
record Page(int from, int size) {
    static Page of(Head head, int usual, int most) {
        var size = number(head, "pageSize", usual);
        return new Page(number(head, "pageToken", 0), size == 0 ? usual : Math.min(size, most));
    }

    /// The page as Google would send it: `{"models":[...],"nextPageToken":"50"}`.
    byte[] of(String name, List<? extends JsonValue> all) {
        var entries = all.stream()
                .skip(from)
                .limit(size)
                .<JsonValue>map(entry -> entry)
                .toList();
        var page = JsonValue.Members.NONE;
        if (!entries.isEmpty()) {
            page = page.with(name, new JsonValue.Elements(entries));
        }
        var next = from + entries.size();
        if (next < all.size()) {
            page = page.with("nextPageToken", JsonValue.of(Integer.toString(next)));
        }
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int number(Head head, String parameter, int otherwise) {
        var text = head.parameter(parameter).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("[0-9]{1,8}")) {
            throw new Failure.InvalidRequest("'%s' is not valid".formatted(parameter), parameter).asException();
        }
        return Integer.parseInt(text.get());
    }
}
