package io.geminigateway;

import io.geminigateway.account.Secret;
import java.io.Serial;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads typed values out of the environment and remembers every problem, so that all are told at once.
/// An empty value is the same as none.
final class Settings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(s|ms)?");

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    Optional<Secret> secret(String name) {
        return text(name).map(Secret::new);
    }

    /// Values between commas.
    List<Secret> secrets(String name) {
        return text(name).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(Secret::new)
                .toList();
    }

    int port(String name, int otherwise) {
        return text(name).map(value -> parsedPort(name, value, otherwise)).orElse(otherwise);
    }

    /// The same, or null for `off`.
    @Nullable
    Integer portOrOff(String name, int otherwise) {
        return text(name).filter("off"::equalsIgnoreCase).isPresent() ? null : Integer.valueOf(port(name, otherwise));
    }

    private int parsedPort(String name, String value, int otherwise) {
        try {
            var port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // told below, with the range
        }
        problems.add("%s: '%s' is not valid: expected a port from 0 to 65535".formatted(name, value));
        return otherwise;
    }

    /// A length of time such as `15s` or `500ms`, seconds if it names no unit; zero for `off`.
    Duration durationOrOff(String name, Duration otherwise) {
        return text(name).map(value -> parsedDuration(name, value, otherwise)).orElse(otherwise);
    }

    private Duration parsedDuration(String name, String value, Duration otherwise) {
        var duration = DURATION.matcher(value.toLowerCase(Locale.ROOT));
        if (value.equalsIgnoreCase("off")) {
            return Duration.ZERO;
        }
        if (duration.matches()) {
            var amount = Long.parseLong(duration.group(1));
            return "ms".equals(duration.group(2)) ? Duration.ofMillis(amount) : Duration.ofSeconds(amount);
        }
        problems.add("%s: '%s' is not valid: expected a time such as 15s or 500ms, or off".formatted(name, value));
        return otherwise;
    }

    boolean flag(String name) {
        return text(name).map(value -> parsedFlag(name, value)).orElse(false);
    }

    private boolean parsedFlag(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> {
                problems.add("%s: '%s' is not valid: expected true or false".formatted(name, value));
                yield false;
            }
        };
    }

    /// A word out of a few, in any case.
    Optional<String> oneOf(String name, List<String> words) {
        var value = text(name).map(word -> word.toUpperCase(Locale.ROOT));
        if (value.isPresent() && !words.contains(value.get())) {
            problems.add(
                    "%s: '%s' is not valid: expected one of %s".formatted(name, value.get(), String.join(", ", words)));
            return Optional.empty();
        }
        return value;
    }

    /// A folder or file; relative ones are meant from `base`.
    Path path(String name, Path base, String otherwise) {
        return base.resolve(text(name, otherwise)).normalize();
    }

    Optional<Path> path(String name, Path base) {
        return text(name).map(value -> base.resolve(value).normalize());
    }

    /// The base of an HTTP service: http or https, a host, maybe a port and a path.
    Optional<URI> endpoint(String name) {
        var uri = uri(name, List.of("http", "https"));
        if (uri.isPresent() && hasMore(uri.get())) {
            problems.add("%s: the value is not valid: expected no user, query or fragment in it".formatted(name));
            return Optional.empty();
        }
        return uri;
    }

    private static boolean hasMore(URI base) {
        return base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null;
    }

    Optional<URI> uri(String name, List<String> schemes) {
        return text(name).flatMap(value -> parsedUri(name, value, schemes));
    }

    private Optional<URI> parsedUri(String name, String value, List<String> schemes) {
        try {
            var uri = new URI(value);
            if (uri.getHost() != null && uri.getScheme() != null && schemes.contains(uri.getScheme())) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException malformed) {
            // told below, without the value's credentials
        }
        problems.add("%s: the value is not valid: expected a URL with %s and a host"
                .formatted(
                        name,
                        String.join(" or ", schemes.stream().map(s -> s + "://").toList())));
        return Optional.empty();
    }

    void problem(String text) {
        problems.add(text);
    }

    /// Throws one exception that lists every problem.
    void throwIfInvalid() {
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }

    static final class InvalidSettings extends IllegalArgumentException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient List<String> problems;

        InvalidSettings(List<String> problems) {
            super(String.join(System.lineSeparator(), problems));
            this.problems = List.copyOf(problems);
        }

        List<String> problems() {
            return problems;
        }
    }
}
