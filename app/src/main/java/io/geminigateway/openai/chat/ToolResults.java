package io.geminigateway.openai.chat;

import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Part;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.OpenCalls;
import io.geminigateway.prompt.ToldCall;
import io.geminigateway.prompt.ToldResult;
import io.geminigateway.prompt.Turns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The messages with results of tools, brought to the calls of the assistant's message before them. Every call must
/// have one.
final class ToolResults {
    private final OpenCalls calls;
    private String path = "messages";

    /// `takesMedia`: whether the model takes images as part of a result.
    ToolResults(boolean takesMedia) {
        calls = new OpenCalls(takesMedia);
    }

    /// From now on these calls wait for their results.
    void expect(List<ToldCall> made, String path) {
        this.path = path;
        calls.expect(made);
    }

    /// The result in this message, of this content.
    void result(ChatMessage message, List<Part> content, String path) {
        var id = message.toolCallId() == null ? "" : SignatureCarriers.id(message.toolCallId());
        if (!calls.answered(id, message.name(), ToldResult.of(content))) {
            throw nothingToAnswer(id, message.name(), path);
        }
    }

    /// All results in their order, told to these turns. Afterwards nothing is waited for.
    void tell(Turns turns) {
        calls.waiting().ifPresent(call -> {
            throw Invalid.value(
                    path,
                    "An assistant message with 'tool_calls' must be followed by tool messages responding to each"
                            + " 'tool_call_id': there is none for '%s'".formatted(shown(call.spokenId())));
        });
        calls.tell(turns);
    }

    private static GatewayException nothingToAnswer(String id, @Nullable String name, String path) {
        if (id.isEmpty()) {
            var where = name == null ? path + ".role" : path + ".name";
            return Invalid.value(where, "'%s' answers no call of the assistant message before it".formatted(path));
        }
        return Invalid.value(
                path + ".tool_call_id",
                "'%s.tool_call_id' is '%s': no call of the assistant message before it waits under this id"
                        .formatted(path, shown(id)));
    }

    private static String shown(String id) {
        return id.length() > 64 ? id.substring(0, 64) + "..." : id;
    }
}
