package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a request says, as far as the simulator listens: its words, and what the last ones ask for: `echo: ` says
/// the rest of the text, `count: 7` counts so far.
record Prompt(List<String> texts) {
    private static final String ECHO = "echo: ";
    private static final Pattern COUNT = Pattern.compile("count: (\\d{1,5})");

    static Prompt of(JsonObject request) {
        return new Prompt(objects(request.getValue("contents"))
                .flatMap(content -> textsOf(content).stream())
                .toList());
    }

    static List<String> textsOf(JsonObject content) {
        return objects(content.getValue("parts"))
                .map(part -> part.getValue("text"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /// What the last words ask the simulator to say.
    Optional<String> wanted() {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        var last = texts.getLast();
        if (last.startsWith(ECHO)) {
            return Optional.of(last.substring(ECHO.length()));
        }
        var count = COUNT.matcher(last);
        return count.matches() ? Optional.of(numbersTo(Integer.parseInt(count.group(1)))) : Optional.empty();
    }

    private static String numbersTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    /// A token is a word; every prompt has one.
    int tokens() {
        return Math.max(1, texts.stream().mapToInt(Prompt::words).sum());
    }

    static int words(String text) {
        var stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }

    /// Where Google takes a list it also takes its only element.
    static Stream<JsonObject> objects(Object value) {
        return switch (value) {
            case JsonArray list ->
                list.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
            case JsonObject object -> Stream.of(object);
            case null, default -> Stream.empty();
        };
    }
}
