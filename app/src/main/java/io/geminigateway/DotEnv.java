package io.geminigateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads a `.env` file: `NAME=value` a line, with `#` comments, an optional `export`, and quotes around values that
/// need them. Nothing is expanded.
final class DotEnv {
    private DotEnv() {}

    /// The file's values; none when there is no such file.
    static Map<String, String> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        return parse(Files.readString(file));
    }

    static Map<String, String> parse(String text) {
        var values = new LinkedHashMap<String, String>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    var assignment =
                            line.startsWith("export ") ? line.substring(7).strip() : line;
                    var equals = assignment.indexOf('=');
                    if (equals > 0) {
                        values.put(assignment.substring(0, equals).strip(), value(assignment.substring(equals + 1)));
                    }
                });
        return values;
    }

    private static String value(String text) {
        var value = text.strip();
        if (value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'')) {
            var close = value.indexOf(value.charAt(0), 1);
            if (close > 0) {
                return value.substring(1, close);
            }
        }
        var comment = text.indexOf(" #");
        return comment >= 0 ? text.substring(0, comment).strip() : value;
    }
}
