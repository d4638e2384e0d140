package io.geminigateway.upstream;

import java.util.regex.Pattern;

/// Makes a message of Google's fit for clients and logs: one line, of bounded length, without credentials,
/// projects, people and the server's insides.
final class Wording {
    private static final int LONGEST = 2000;
    private static final Pattern SECRET = Pattern.compile(
            "AIza[\\w-]{8,}|AQ\\.[\\w.-]{8,}|ya29\\.[\\w.-]+|1//[\\w-]{8,}|GOCSPX-[\\w-]+|(?i:bearer)\\s+[\\w.~+/=-]{8,}"
                    + "|eyJ[\\w-]{8,}\\.[\\w.-]+|(?<=api_key:)[\\w.-]+");
    private static final Pattern PATH = Pattern.compile("projects/[^\\s/`'\",]+/locations/[^\\s/`'\",]+/");
    private static final Pattern PROJECT = Pattern.compile(
            "(?i)(projects/|project_number:|\\bproject[ =:]+#?['\"]?)((?=[\\w.:-]*\\d{5})[\\w.:-]*\\w|(?<=projects/)[\\w.:-]*\\w)");
    private static final Pattern PERSON = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern INSIDES =
            Pattern.compile("(?s)\\s*(?:\\[ORIGINAL ERROR]|debug_?info\\b|DebugInfo\\b).*");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\s]+");

    private Wording() {}

    static String clean(String message) {
        var cut = message.length() > 4 * LONGEST ? message.substring(0, 4 * LONGEST) : message;
        var text = INSIDES.matcher(cut).replaceAll("");
        text = SECRET.matcher(text).replaceAll("***");
        text = PATH.matcher(text).replaceAll("");
        text = PROJECT.matcher(text).replaceAll("$1***");
        text = PERSON.matcher(text).replaceAll("***");
        text = BREAKS.matcher(text).replaceAll(" ").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
