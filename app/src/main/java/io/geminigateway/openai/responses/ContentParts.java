package io.geminigateway.openai.responses;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Utf8;
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
                    case JsonValue.Text text -> List.of(ChatPart.ofText(text.value()));
                    case JsonValue.Elements(var elements) -> parts(elements, path);
                    case JsonValue.Null _ -> List.of();
                    default -> List.of(ChatPart.ofText(content.toString()));
                });
    }

    /// A picture by its address, which may be a data URI.
    static ChatPart image(Utf8 url, @Nullable String detail) {
        return new ChatPart("image_url", null, null, new MediaLink(url, detail), null, null, null);
    }

    /// A picture by its data in base64.
    static ChatPart picture(Utf8 base64) {
        var file = new ChatPart.AttachedFile(new MediaLink(base64, null), "picture.png", null);
        return new ChatPart("file", null, null, null, null, null, file);
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
        var url = part.utf8("image_url").or(() -> wrapped(part).utf8("url"));
        if (url.isEmpty() && part.text("file_id").isPresent()) {
            return attached(null, part);
        }
        return image(
                url.orElseThrow(() -> OpenAiRequests.missing(part.path() + ".image_url")),
                part.text("detail")
                        .map(detail -> detail.equals("original") ? "high" : detail)
                        .orElse(null));
    }

    private static InputItem wrapped(InputItem part) {
        return new InputItem(part.value("image_url").asObject().orElse(JsonValue.Members.NONE), part.path());
    }

    /// A file elsewhere is fetched like any other medium.
    private static ChatPart file(InputItem part) {
        var url = part.utf8("file_url");
        return url.isPresent()
                ? image(url.get(), null)
                : attached(
                        part.utf8("file_data")
                                .map(data -> new MediaLink(data, null))
                                .orElse(null),
                        part);
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
        var data = sound.utf8("data")
                .filter(base64 -> !base64.isEmpty())
                .map(base64 -> new MediaLink(base64, null))
                .orElseThrow(() -> OpenAiRequests.missing(sound.path() + ".data"));
        return new ChatPart(
                "input_audio",
                null,
                null,
                null,
                null,
                new ChatPart.InputAudio(data, sound.text("format").orElse(null)),
                null);
    }
}
