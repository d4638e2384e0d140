package io.geminigateway.openai.chat;

import io.geminigateway.failure.Failure;
import java.util.Set;

/// Refuses what this dialect cannot pass on yet, where to drop it silently would change the meaning of a conversation.
/// Each case leaves when its feature arrives.
final class TextOnly {
    private static final Set<String> MEDIA = Set.of("image_url", "input_audio", "file", "video_url");

    private TextOnly() {}

    static void check(ChatRequest request) {
        var format = request.responseFormat();
        refuseIf(format != null && format.type() != null && !format.type().equals("text"), "response_format");
        var messages = request.messagesOrNone();
        for (var i = 0; i < messages.size(); i++) {
            check(messages.get(i), "messages[%d]".formatted(i));
        }
    }

    private static void check(ChatMessage message, String path) {
        var parts = message.partsOrNone();
        for (var i = 0; i < parts.size(); i++) {
            var type = parts.get(i).type();
            refuseIf(type != null && MEDIA.contains(type), "%s.content[%d].type".formatted(path, i));
        }
    }

    private static void refuseIf(boolean unsupported, String path) {
        if (unsupported) {
            throw new Failure.InvalidRequest(
                            "'%s' asks for what this gateway does not support yet: it passes on text only"
                                    .formatted(path),
                            path,
                            "unsupported_parameter")
                    .asException();
        }
    }
}
