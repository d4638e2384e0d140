package io.geminigateway.upstream;

import java.util.regex.Pattern;

/// The numbers in Google's words about a prompt that is too long: how many tokens it has, and how many the model takes.
/// 0 for what is not told.
public record ContextLength(long tokens, long limit) {
    private static final Pattern TOKENS = Pattern.compile("(?i)token count(?: of| is|:)?[ (]{1,2}([\\d,]{1,20})\\b");
    private static final Pattern LIMIT = Pattern.compile(
            "(?i)(?:tokens allowed|supports up to|maximum(?: context| input)?(?: length| window| size)?(?: of|"
                    + " is)?|limit(?: of| is)?)[ (:]{1,3}([\\d,]{1,20})\\b");

    public static ContextLength in(String message) {
        return new ContextLength(number(TOKENS, message), number(LIMIT, message));
    }

    private static long number(Pattern pattern, String message) {
        var found = pattern.matcher(message);
        var digits = found.find() ? found.group(1).replace(",", "") : "";
        return digits.isEmpty() || digits.length() > 12 ? 0 : Long.parseLong(digits);
    }
}
