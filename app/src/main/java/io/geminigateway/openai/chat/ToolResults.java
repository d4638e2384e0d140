package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Part;
import io.geminigateway.prompt.Dropped;
import io.geminigateway.prompt.OpenCalls;
import io.geminigateway.prompt.ToldCall;
import io.geminigateway.prompt.ToldResult;
import io.geminigateway.prompt.Turns;
import java.util.List;

/// The messages with results of tools, brought to the calls of the assistant's message before them.
final class ToolResults {
    private final OpenCalls calls;
    private final Dropped dropped;

    /// `takesMedia`: whether the model takes images as part of a result.
    ToolResults(boolean takesMedia, Dropped dropped) {
        calls = new OpenCalls(takesMedia);
        this.dropped = dropped;
    }

    /// From now on these calls wait for their results.
    void expect(List<ToldCall> made) {
        calls.expect(made);
    }

    /// The result in this message, of this content.
    void result(ChatMessage message, List<Part> content) {
        var id = message.toolCallId() == null ? "" : SignatureCarriers.id(message.toolCallId());
        var result = ToldResult.of(content);
        if (!calls.answered(id, message.name(), result)) {
            calls.stray(message.name(), result);
        }
    }

    /// All results in their order, told to these turns. Afterwards nothing is waited for.
    void tell(Turns turns) {
        dropped.addIf(calls.isWaiting(), "messages[].tool_calls");
        dropped.addIf(calls.hasStrays(), "messages[].tool_call_id");
        calls.tell(turns);
    }
}
