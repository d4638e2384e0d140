package io.geminigateway.google;

import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Kept;
import io.geminigateway.gemini.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The files or caches of all accounts, as if they lay with one.
public final class HeldLists {
    private static final int USUAL = 10;
    private static final int MOST = 1000;

    private HeldLists() {}

    /// The answer to `GET /v1beta/files` or `/v1beta/cachedContents`; `name` is `files` or `cachedContents`.
    public static byte[] page(String name, List<JsonValue.Members> all, Head head) {
        return Page.of(head, USUAL, MOST).of(name, all);
    }

    /// What an entry says of who has it, and how long.
    public static Optional<Kept> kept(JsonValue.Members entry, Instant now) {
        return HeldThing.of(entry, now);
    }
}
