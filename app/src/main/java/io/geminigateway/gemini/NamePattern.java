package io.geminigateway.gemini;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names with `*` for any characters: `gemini-2.5-*`. Case does not matter.
record NamePattern(String text, Pattern regex) {
    static NamePattern of(String text) {
        var regex = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return new NamePattern(text, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
    }

    boolean matches(String name) {
        return regex.matcher(name).matches();
    }

    boolean isExact() {
        return text.indexOf('*') < 0;
    }

    /// The more of its characters are given, the more a pattern means what it matches; no star beats any number of
    /// them.
    int precision() {
        return isExact() ? Integer.MAX_VALUE : text.replace("*", "").length();
    }
}
