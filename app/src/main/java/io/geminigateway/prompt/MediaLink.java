package io.geminigateway.prompt;

import io.geminigateway.gemini.Utf8;
import org.jspecify.annotations.Nullable;

/// Where a medium is: an address, a data URI, or nothing but its data in base64. `detail` is how closely to look.
public record MediaLink(Utf8 text, @Nullable String detail) {
    private static final String SCHEME = "data:";

    /// No honest head is longer.
    private static final int LONGEST_HEAD = 512;

    public boolean isDataUri() {
        return comma() >= 0;
    }

    /// All of a data URI before its comma; of anything else, all of it.
    public String head() {
        return isDataUri() ? text.until(comma()).toString() : text.toString();
    }

    /// All of a data URI after its comma; of anything else, all of it.
    public Utf8 data() {
        return text.from(comma() + 1);
    }

    private int comma() {
        return text.startsWith(SCHEME) ? text.indexOf(',', LONGEST_HEAD) : -1;
    }
}
