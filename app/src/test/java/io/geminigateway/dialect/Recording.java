package io.geminigateway.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real exchange with Google; of some, only the answer was recorded.
public record Recording(String name, Optional<JsonObject> request, List<JsonObject> responses) {
    private static final Path ALL = Path.of("src/test/resources/recordings");

    /// One of which only the answer counts.
    public Recording(String name, List<JsonObject> responses) {
        this(name, Optional.empty(), responses);
    }

    public static Stream<Recording> all() {
        try (var files = Files.list(ALL)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Recording::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The responses the way Google streams them.
    public byte[] stream() {
        return responses.stream()
                .map(response -> "data: " + response.encode() + "\r\n\r\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    /// All texts that are thoughts, or all that are not.
    public String text(boolean thoughts) {
        return parts().filter(part -> part.getBoolean("thought", false) == thoughts)
                .map(part -> part.getString("text", ""))
                .collect(Collectors.joining());
    }

    /// Every call that came whole: its name, its arguments, and the signature on it.
    public List<List<Object>> calls() {
        return parts().filter(part -> part.containsKey("functionCall"))
                .map(part -> {
                    var call = part.getJsonObject("functionCall");
                    return Arrays.<Object>asList(
                            call.getString("name"),
                            call.getJsonObject("args", new JsonObject()),
                            part.getString("thoughtSignature"));
                })
                .toList();
    }

    /// Whether it tells arguments in pieces.
    public boolean isPiecemeal() {
        return parts().anyMatch(part ->
                part.getJsonObject("functionCall", new JsonObject()).containsKey("willContinue"));
    }

    /// The signature on the answer's text; null without one.
    public @Nullable String textSignature() {
        return parts().filter(part -> part.containsKey("text") && !part.getBoolean("thought", false))
                .map(part -> part.getString("thoughtSignature"))
                .filter(Objects::nonNull)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private Stream<JsonObject> parts() {
        return responses.stream()
                .flatMap(response -> objects(response.getJsonArray("candidates")))
                .flatMap(candidate -> objects(
                        candidate.getJsonObject("content", new JsonObject()).getJsonArray("parts")));
    }

    public JsonObject lastUsage() {
        return responses.getLast().getJsonObject("usageMetadata");
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array == null ? Stream.empty() : array.stream().map(JsonObject.class::cast);
    }

    private static Recording read(Path file) {
        try {
            var json = new JsonObject(Files.readString(file));
            var chunks = json.getValue("chunks") instanceof JsonArray array
                    ? objects(array).toList()
                    : List.of(json.getJsonObject("chunks"));
            var request = json.getValue("request") instanceof JsonObject only
                    ? Optional.of(only)
                    : objects(json.getJsonArray("request")).findFirst();
            return new Recording(file.getFileName().toString(), request, chunks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
