package io.geminigateway.openai.responses;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.openai.OpenAiRequests;
import io.geminigateway.openai.chat.ChatContent;
import io.geminigateway.openai.chat.ChatPart;
import io.geminigateway.prompt.MediaLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a message or a tool's result holds, as parts of a chat's message.
final class ContentParts {
    private ContentParts() {}

    /// A string, a list of parts, or nothing. What a tool gave may be any other JSON: it is text then.
    static ChatContent of(JsonValue content, String path) {
        return new ChatContent(
                switch (content) {
                    case JsonValue.Text(var text) -> List.of(ChatPart.ofText(text));
                    case JsonValue.Elements(var elements) -> parts(elements, path);
                    case JsonValue.Null _ -> List.of();
                    default -> List.of(ChatPart.ofText(content.toString()));
                });
    }

    /// A picture by its address, which may be a data URI.
    static ChatPart image(String url, @Nullable String detail) {
        return new ChatPart("image_url", null, null, link(url, detail), null, null, null);
    }

    private static List<ChatPart> parts(List<JsonValue> elements, String path) {
        var parts = new ArrayList<ChatPart>(elements.size());
        for (var i = 0; i < elements.size(); i++) {
            var here = "%s[%d]".formatted(path, i);
            var json = elements.get(i)
                    .asObject()
                    .orElseThrow(() -> OpenAiRequests.invalid(here, "'%s' must be an object".formatted(here)));
            part(new InputItem(json, here)).ifPresent(parts::add);
        }
        return parts;
    }

    /// Nothing for what a model thought: it is not said again.
    private static Optional<ChatPart> part(InputItem part) {
        return switch (part.type()) {
            case "input_text", "output_text", "text" -> Optional.of(ChatPart.ofText(text(part, "text")));
            case "refusal" -> Optional.of(new ChatPart("refusal", null, text(part, "refusal"), null, null, null, null));
            case "input_image", "image_url" -> Optional.of(image(part));
            case "input_file", "file" -> Optional.of(file(part));
            case "input_audio" -> Optional.of(audio(part));
            case "reasoning_text", "summary_text", "thinking" -> Optional.empty();
            default ->
                throw OpenAiRequests.invalid(
                        part.path() + ".type",
                        "'%s.type' is not a type of content that we know".formatted(part.path()));
        };
    }

    private static String text(InputItem part, String name) {
        return part.text(name).orElseThrow(() -> OpenAiRequests.missing(part.path() + "." + name));
    }

    /// Some wrap the address, as chats do.
    private static ChatPart image(InputItem part) {
        var url = part.text("image_url")
                .or(() -> part.value("image_url")
                        .asObject()
                        .map(wrapped -> wrapped.get("url"))
                        .flatMap(JsonValue::asText));
        if (url.isEmpty() && part.text("file_id").isPresent()) {
            return attached(null, part);
        }
        return image(
                url.orElseThrow(() -> OpenAiRequests.missing(part.path() + ".image_url")),
                part.text("detail")
                        .map(detail -> detail.equals("original") ? "high" : detail)
                        .orElse(null));
    }

    /// A file elsewhere is fetched like any other medium.
    private static ChatPart file(InputItem part) {
        var url = part.text("file_url");
        return url.isPresent()
                ? image(url.get(), null)
                : attached(part.text("file_data").map(data -> link(data, null)).orElse(null), part);
    }

    private static ChatPart attached(@Nullable MediaLink data, InputItem part) {
        return new ChatPart(
                "file",
                null,
                null,
                null,
                null,
                null,
                new ChatPart.AttachedFile(
                        data,
                        part.text("filename").orElse(null),
                        part.text("file_id").orElse(null)));
    }

    private static ChatPart audio(InputItem part) {
        var sound = new InputItem(
                part.value("input_audio").asObject().orElse(JsonValue.Members.NONE), part.path() + ".input_audio");
        var data = new MediaLink(sound.required("data"), null, null);
        return new ChatPart(
                "input_audio",
                null,
                null,
                null,
                null,
                new ChatPart.InputAudio(data, sound.text("format").orElse(null)),
                null);
    }

    private static MediaLink link(String url, @Nullable String detail) {
        var comma = url.startsWith("data:") ? url.indexOf(',') : -1;
        return comma < 0
                ? new MediaLink(url, null, detail)
                : new MediaLink(url.substring(0, comma), url.substring(comma + 1), detail);
    }
}
