package io.geminigateway.openai.chat;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.FunctionCall;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The calls that an assistant's message tells of, as Gemini made them.
final class ToolCalls {
    private static final int MAX_CALLS = 256;

    /// A call, by the id the client has for it (empty for none), and as a part.
    record Told(String spokenId, String clientName, Part part) {}

    private final ToolNames names;

    ToolCalls(ToolNames names) {
        this.names = names;
    }

    /// In the order in which they were made. `index` is the message's.
    List<Told> of(ChatMessage message, int index) {
        var told = new ArrayList<Told>();
        var calls = message.toolCalls() == null ? List.<ChatToolCall>of() : message.toolCalls();
        var path = "messages[" + index + "].tool_calls";
        if (calls.size() > MAX_CALLS) {
            throw invalid(path, "'%s' holds more than %d calls".formatted(path, MAX_CALLS));
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
            told.add(told("", "call_%d".formatted(index), name, arguments(call.arguments()), Optional.empty()));
        }
        return told;
    }

    /// For a signature that came with the message, where no call has one.
    static void signFirst(List<Told> calls, String signature) {
        if (calls.stream().allMatch(call -> call.part().thoughtSignature() == null) && !calls.isEmpty()) {
            var first = calls.getFirst();
            calls.set(
                    0,
                    new Told(first.spokenId(), first.clientName(), first.part().signed(signature)));
        }
    }

    private Told told(String spoken, String id, String name, @Nullable String args, Optional<String> signature) {
        var part = Part.ofCall(FunctionCall.of(id, names.gemini(name), args));
        return new Told(spoken, name, signature.map(part::signed).orElse(part));
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
        return call.function() == null ? null : arguments(call.function().arguments());
    }

    /// Null for none. An answer that was cut short leaves broken JSON behind: it is passed on as what it is.
    private static String arguments(@Nullable String raw) {
        return switch (raw == null ? JsonValue.Null.NULL : JsonValue.parse(raw)) {
            case JsonValue.Null _ -> "{}";
            case JsonValue.Members object -> object.toString();
            case JsonValue.Text(var json) when json.isBlank() -> "{}";
            case JsonValue.Text(var json) -> object(json).orElseGet(() -> unread(json));
            case JsonValue other -> unread(other.toString());
        };
    }

    private static Optional<String> object(String json) {
        try {
            return JsonValue.parse(json).asObject().map(Object::toString);
        } catch (MalformedJsonException broken) {
            return Optional.empty();
        }
    }

    private static String unread(String text) {
        return JsonValue.Members.NONE.with("_raw", JsonValue.of(text)).toString();
    }

    private static String required(@Nullable String text, String path) {
        if (text == null || text.isEmpty()) {
            throw new Failure.InvalidRequest("'%s' is missing".formatted(path), path, "missing_required_parameter")
                    .asException();
        }
        return text;
    }

    private static GatewayException invalid(String path, String message) {
        return new Failure.InvalidRequest(message, path, "invalid_value").asException();
    }
}
