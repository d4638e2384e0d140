package io.geminigateway.prompt;

import java.util.regex.Pattern;

/// Data in base64 that was looked through once, and is passed on as it is: Google takes both alphabets, padded or not.
public record Base64Text(String text) {
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

    public Base64Text(String text, String path) {
        this(checked(text, path));
    }

    private static String checked(String text, String path) {
        var end = endOfDigits(text);
        if (end < text.length() && " \t\r\n".indexOf(text.charAt(end)) >= 0) {
            return checked(BLANKS.matcher(text).replaceAll(""), path);
        }
        var padding = text.length() - end;
        if (end == 0
                || end % 4 == 1
                || padding > 2
                || (padding > 0 && text.length() % 4 != 0)
                || !isPadding(text, end)) {
            throw Invalid.value(path, "'%s' is not valid base64".formatted(path));
        }
        return text;
    }

    private static int endOfDigits(String text) {
        var i = 0;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_';
    }

    private static boolean isPadding(String text, int from) {
        return text.substring(from).chars().allMatch(c -> c == '=');
    }
}
