package io.geminigateway.gemini;

import org.jspecify.annotations.Nullable;

/// A data URI, before and after its comma; any other string is all head.
public record SplitUri(String head, @Nullable String data) {
    static final String SCHEME = "data:";

    /// No honest head is longer.
    static final int LONGEST_HEAD = 512;

    static SplitUri of(String text) {
        var comma = text.startsWith(SCHEME) ? text.indexOf(',', 0, Math.min(text.length(), LONGEST_HEAD)) : -1;
        return comma < 0 ? new SplitUri(text, null) : new SplitUri(text.substring(0, comma), text.substring(comma + 1));
    }
}
