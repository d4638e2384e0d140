package io.geminigateway.upstream;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How each service words `countTokens`. The Gemini API takes bare contents, or a whole request under a name; Vertex AI
/// takes a whole request as it is; Code Assist takes bare contents without thoughts: there instructions and tools are
/// told as contents, so that they count. A client may speak any of the first two. Pure.
final class TokenCount {
    private static final List<String> WHOLE = List.of("generateContentRequest", "generate_content_request");

    /// All that the Gemini API knows beside a whole request.
    private static final Set<String> BARE = Set.of("contents", "model");

    private static final String CONTENTS = "contents";

    private TokenCount() {}

    static byte[] forGeminiApi(GeminiCall call) {
        var body = members(call.body());
        if (body.members().keySet().stream().allMatch(name -> BARE.contains(name) || WHOLE.contains(name))) {
            return call.body();
        }
        var whole = body.with("model", JsonValue.of("models/" + call.model()));
        return bytes(JsonValue.Members.NONE.with(WHOLE.getFirst(), whole));
    }

    static byte[] forVertex(GeminiCall call) {
        var body = members(call.body());
        return WHOLE.stream().noneMatch(body::has)
                ? call.body()
                : bytes(request(body).without("model"));
    }

    static byte[] forCodeAssist(GeminiCall call, String model) {
        var whole = request(members(call.body()));
        var contents = Stream.concat(beforeContents(whole), objects(whole.get(CONTENTS)))
                .map(TokenCount::withoutThoughts)
                .filter(content -> objects(content.get("parts")).findAny().isPresent())
                .<JsonValue>map(content -> content)
                .toList();
        var counted = JsonValue.Members.NONE
                .with("model", JsonValue.of("models/" + model))
                .with(CONTENTS, new JsonValue.Elements(contents));
        return bytes(JsonValue.Members.NONE.with("request", counted));
    }

    /// What a model reads before the contents, as if it were one of them.
    private static Stream<JsonValue.Members> beforeContents(JsonValue.Members whole) {
        var tools = Stream.of("tools")
                .map(whole::get)
                .filter(Objects::nonNull)
                .filter(declared -> objects(declared).findAny().isPresent())
                .map(declared -> JsonValue.Members.NONE.with("text", JsonValue.of(declared.toString())));
        var instructions = Stream.of("systemInstruction", "system_instruction")
                .flatMap(name -> objects(whole.get(name)))
                .flatMap(content -> objects(content.get("parts")));
        var parts =
                Stream.concat(instructions, tools).<JsonValue>map(part -> part).toList();
        return Stream.of(
                JsonValue.Members.NONE.with("role", JsonValue.of("user")).with("parts", new JsonValue.Elements(parts)));
    }

    /// The whole request, be it under its name or at the top.
    private static JsonValue.Members request(JsonValue.Members body) {
        return WHOLE.stream()
                .flatMap(name -> objects(body.get(name)))
                .findFirst()
                .orElse(body);
    }

    private static JsonValue.Members withoutThoughts(JsonValue.Members content) {
        var parts = objects(content.get("parts"))
                .filter(part -> !(part.get("thought") instanceof JsonValue.Flag(var thought) && thought))
                .<JsonValue>map(part -> part)
                .toList();
        return content.with("parts", new JsonValue.Elements(parts));
    }

    /// Where Google takes a list it also takes its only element.
    private static Stream<JsonValue.Members> objects(@Nullable JsonValue value) {
        return switch (value) {
            case JsonValue.Members only -> Stream.of(only);
            case JsonValue.Elements(var all) -> all.stream().flatMap(one -> one.asObject().stream());
            case null, default -> Stream.empty();
        };
    }

    private static JsonValue.Members members(byte[] body) {
        try {
            return JsonValue.parse(body).asObject().orElse(JsonValue.Members.NONE);
        } catch (MalformedJsonException unreadable) {
            throw new RefusedException(UpstreamFailure.of(
                    ErrorType.INVALID_REQUEST, "The request cannot be read: %s".formatted(unreadable.reason())));
        }
    }

    private static byte[] bytes(JsonValue value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
