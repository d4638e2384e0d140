package io.geminigateway;

import io.geminigateway.account.Proxy;
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

/// Reads typed values out of what was set and remembers every problem, so that all are told at once. What is not set,
/// or set to nothing, has its standard value.
final class Settings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(s|ms)?");

    private final Map<Setting, String> values;
    private final List<String> problems;

    Settings(Map<Setting, String> values, List<String> problems) {
        this.values = Map.copyOf(values);
        this.problems = new ArrayList<>(problems);
    }

    /// Absent if nothing is set and there is no standard value.
    Optional<String> text(Setting name) {
        var value = values.getOrDefault(name, "").strip();
        return Optional.of(value.isEmpty() ? name.standard() : value).filter(text -> !text.isEmpty());
    }

    /// Whether somebody said something else than nothing.
    boolean isSet(Setting name) {
        return !values.getOrDefault(name, "").isBlank();
    }

    /// The value of a setting that always has one.
    String word(Setting name) {
        return text(name).orElseThrow(() -> new IllegalStateException(name + " has no standard value"));
    }

    Optional<Secret> secret(Setting name) {
        return text(name).map(Secret::new);
    }

    /// Values between commas.
    List<Secret> secrets(Setting name) {
        return text(name).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(Secret::new)
                .toList();
    }

    int port(Setting name) {
        var value = word(name);
        try {
            var port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // told below, with the range
        }
        problems.add("%s: '%s' is not valid: expected a port from 0 to 65535".formatted(name, value));
        return 0;
    }

    /// The same, or null for `off`.
    @Nullable
    Integer portOrOff(Setting name) {
        return word(name).equalsIgnoreCase("off") ? null : Integer.valueOf(port(name));
    }

    /// A length of time such as `15s` or `500ms`, seconds if it names no unit; zero for `off`.
    Duration durationOrOff(Setting name) {
        var value = word(name).toLowerCase(Locale.ROOT);
        if (value.equals("off")) {
            return Duration.ZERO;
        }
        var duration = DURATION.matcher(value);
        if (duration.matches()) {
            var amount = Long.parseLong(duration.group(1));
            return "ms".equals(duration.group(2)) ? Duration.ofMillis(amount) : Duration.ofSeconds(amount);
        }
        problems.add("%s: '%s' is not valid: expected a time such as 15s or 500ms, or off".formatted(name, value));
        return Duration.ZERO;
    }

    boolean flag(Setting name) {
        var value = word(name);
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
    String oneOf(Setting name, List<String> words) {
        var value = word(name).toUpperCase(Locale.ROOT);
        if (!words.contains(value)) {
            problems.add("%s: '%s' is not valid: expected one of %s".formatted(name, value, String.join(", ", words)));
            return name.standard();
        }
        return value;
    }

    /// A folder or file; relative ones are meant from `base`.
    Optional<Path> path(Setting name, Path base) {
        return text(name).map(value -> base.resolve(value).normalize());
    }

    /// The base of an HTTP service: http or https, a host, maybe a port and a path.
    Optional<URI> endpoint(Setting name) {
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

    private Optional<URI> uri(Setting name, List<String> schemes) {
        return text(name).flatMap(value -> parsedUri(name, value, schemes));
    }

    private Optional<URI> parsedUri(Setting name, String value, List<String> schemes) {
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

    Optional<Proxy> proxy(Setting name) {
        try {
            return text(name).map(Proxy::parse);
        } catch (IllegalArgumentException wrong) {
            problems.add("%s: the value is not valid: %s".formatted(name, wrong.getMessage()));
            return Optional.empty();
        }
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
