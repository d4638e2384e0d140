package io.geminigateway.google;

/// JSON on one line, as an event needs it: in JSON, line breaks are blanks between values and nothing else.
final class OneLine {
    private OneLine() {}

    /// The same bytes where they are one line already.
    static byte[] of(byte[] json) {
        for (var i = 0; i < json.length; i++) {
            if (isBreak(json[i])) {
                return without(json, i);
            }
        }
        return json;
    }

    private static byte[] without(byte[] json, int first) {
        var line = json.clone();
        for (var i = first; i < line.length; i++) {
            if (isBreak(line[i])) {
                line[i] = ' ';
            }
        }
        return line;
    }

    private static boolean isBreak(byte b) {
        return b == '\n' || b == '\r';
    }
}
