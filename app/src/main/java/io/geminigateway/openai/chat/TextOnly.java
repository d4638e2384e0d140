package io.geminigateway.openai.chat;

import io.geminigateway.failure.Failure;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Refuses what this dialect cannot pass on yet, where to drop it silently would change the meaning of a conversation.
/// Each case leaves when its feature arrives.
final class TextOnly {
    private static final Set<String> MEDIA = Set.of("image_url", "input_audio", "file", "video_url");

    private static final Pattern EMPTY_LIST = Pattern.compile("\\[\\s*]");

    private TextOnly() {}

    static void check(ChatRequest request) {
        refuseIf(isGiven(request.tools()), "tools");
        refuseIf(isGiven(request.functions()), "functions");
        var messages = request.messagesOrNone();
        for (var i = 0; i < messages.size(); i++) {
            check(messages.get(i), "messages[%d]".formatted(i));
        }
    }

    private static void check(ChatMessage message, String path) {
        var role = message.role();
        refuseIf("tool".equals(role) || "function".equals(role), path + ".role");
        refuseIf(isGiven(message.toolCalls()), path + ".tool_calls");
        refuseIf(isGiven(message.functionCall()), path + ".function_call");
        var parts = message.partsOrNone();
        for (var i = 0; i < parts.size(); i++) {
            var type = parts.get(i).type();
            refuseIf(type != null && MEDIA.contains(type), "%s.content[%d].type".formatted(path, i));
        }
    }

    private static boolean isGiven(@Nullable String json) {
        return json != null && !EMPTY_LIST.matcher(json).matches();
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
