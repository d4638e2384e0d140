package io.geminigateway.openai.chat;

import io.geminigateway.gemini.FunctionCall;
import io.geminigateway.gemini.Part;
import io.geminigateway.gemini.ToolNames;
import io.geminigateway.prompt.CallArguments;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.ToldCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The calls that an assistant's message tells of, as Gemini made them.
final class ToolCalls {
    private static final int MAX_CALLS = 256;

    private final ToolNames names;

    ToolCalls(ToolNames names) {
        this.names = names;
    }

    /// In the order in which they were made. `index` is the message's.
    List<ToldCall> of(ChatMessage message, int index) {
        var told = new ArrayList<ToldCall>();
        var calls = message.toolCalls() == null ? List.<ChatToolCall>of() : message.toolCalls();
        var path = "messages[" + index + "].tool_calls";
        if (calls.size() > MAX_CALLS) {
            throw Invalid.value(path, "'%s' holds more than %d calls".formatted(path, MAX_CALLS));
        }
        var ids = new HashSet<String>();
        for (var i = 0; i < calls.size(); i++) {
            var call = calls.get(i);
            var spoken = call.id() == null ? "" : SignatureCarriers.id(call.id());
            var id = !spoken.isEmpty() && ids.add(spoken) ? spoken : "call_%d_%d".formatted(index, i);
            var signature = SignatureCarriers.ofCall(call, message);
            told.add(told(spoken, id, name(call, path + "[" + i + "]"), arguments(call), signature));
        }
        if (calls.isEmpty() && message.functionCall() != null) {
            var call = message.functionCall();
            var name = required(call.name(), "messages[%d].function_call.name".formatted(index));
            told.add(told("", "call_%d".formatted(index), name, CallArguments.of(call.arguments()), Optional.empty()));
        }
        return told;
    }

    /// For a signature that came with the message, where no call has one.
    static void signFirst(List<ToldCall> calls, String signature) {
        if (calls.stream().allMatch(call -> call.part().thoughtSignature() == null) && !calls.isEmpty()) {
            var first = calls.getFirst();
            calls.set(
                    0,
                    new ToldCall(
                            first.spokenId(), first.clientName(), first.part().signed(signature)));
        }
    }

    private ToldCall told(String spoken, String id, String name, @Nullable String args, Optional<String> signature) {
        var part = Part.ofCall(FunctionCall.of(id, names.gemini(name), args));
        return new ToldCall(spoken, name, signature.map(part::signed).orElse(part));
    }

    private static String name(ChatToolCall call, String path) {
        if (call.custom() != null) {
            return required(call.custom().name(), path + ".custom.name");
        }
        return required(call.function() == null ? null : call.function().name(), path + ".function.name");
    }

    private static @Nullable String arguments(ChatToolCall call) {
        if (call.custom() != null) {
            return CustomTools.arguments(call.custom().input());
        }
        return call.function() == null ? null : CallArguments.of(call.function().arguments());
    }

    private static String required(@Nullable String text, String path) {
        if (text == null || text.isEmpty()) {
            throw Invalid.missing(path);
        }
        return text;
    }
}
