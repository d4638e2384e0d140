package io.geminigateway.gemini;

import java.util.List;

/// Names with `*` for any characters: `gemini-2.5-*`. Case does not matter. `pieces` is what stands between the stars.
record NamePattern(String text, List<String> pieces) {
    static NamePattern of(String text) {
        return new NamePattern(text, List.of(text.split("\\*", -1)));
    }

    /// The first piece begins the name, the last one ends it, and the others are found in between, each as early as it
    /// can be.
    boolean matches(String name) {
        var first = pieces.getFirst();
        if (isExact()) {
            return name.equalsIgnoreCase(text);
        }
        if (!isAt(first, name, 0)) {
            return false;
        }
        var at = first.length();
        for (var piece : pieces.subList(1, pieces.size() - 1)) {
            at = after(piece, name, at);
            if (at < 0) {
                return false;
            }
        }
        var end = name.length() - pieces.getLast().length();
        return end >= at && isAt(pieces.getLast(), name, end);
    }

    private static int after(String piece, String name, int from) {
        for (var at = from; at + piece.length() <= name.length(); at++) {
            if (isAt(piece, name, at)) {
                return at + piece.length();
            }
        }
        return -1;
    }

    private static boolean isAt(String piece, String name, int at) {
        return name.regionMatches(true, at, piece, 0, piece.length());
    }

    boolean isExact() {
        return pieces.size() == 1;
    }

    /// The more of its characters are given, the more a pattern means what it matches; no star beats any number of
    /// them.
    int precision() {
        return isExact() ? Integer.MAX_VALUE : text.replace("*", "").length();
    }
}
