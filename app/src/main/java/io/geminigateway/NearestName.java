package io.geminigateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the setting that somebody meant who wrote another name.
final class NearestName {
    /// One letter in three may be wrong; in a longer name at most three.
    private static final int LETTERS_PER_ERROR = 3;

    private static final int MOST_ERRORS = 3;

    private NearestName() {}

    static Optional<String> of(String name) {
        var meant = name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        var allowed = Math.min(MOST_ERRORS, meant.length() / LETTERS_PER_ERROR);
        return names().filter(known -> Math.abs(known.length() - meant.length()) <= allowed) // the others are farther
                .map(known -> Map.entry(known, distance(meant, known)))
                .filter(found -> found.getValue() <= allowed)
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static Stream<String> names() {
        return Arrays.stream(Setting.values())
                .flatMap(setting -> Stream.concat(Stream.of(setting.name()), setting.nameInFile().stream()));
    }

    /// How many letters must be put in, taken out, replaced or swapped with their neighbour. `best[i][j]` is the answer
    /// for the first i letters of the one and the first j of the other.
    private static int distance(String from, String to) {
        var best = new int[from.length() + 1][to.length() + 1];
        Arrays.setAll(best[0], j -> j);
        for (var i = 1; i <= from.length(); i++) {
            best[i][0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var same = from.charAt(i - 1) == to.charAt(j - 1);
                best[i][j] =
                        Math.min(best[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(best[i - 1][j], best[i][j - 1]));
                if (isSwapped(from, i, to, j)) {
                    best[i][j] = Math.min(best[i][j], best[i - 2][j - 2] + 1);
                }
            }
        }
        return best[from.length()][to.length()];
    }

    private static boolean isSwapped(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
