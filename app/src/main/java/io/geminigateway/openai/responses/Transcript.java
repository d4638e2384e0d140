package io.geminigateway.openai.responses;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.openai.OpenAiRequests;
import io.geminigateway.openai.chat.ChatContent;
import io.geminigateway.openai.chat.ChatMessage;
import io.geminigateway.openai.chat.ChatPart;
import io.geminigateway.openai.chat.ChatToolCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The items of a conversation, as the messages of a chat. What a model said and called in a row is one message; the
/// results of its calls follow it at once, wherever they stood: agents put what happened meanwhile between. Items of
/// kinds that we do not know are passed over.
final class Transcript {
    private final ToolBox tools;
    private final ModelName model;
    private final List<ChatMessage> messages = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final Map<String, Deque<InputItem>> results = new HashMap<>();
    private final Map<String, String> signatures = new HashMap<>();
    private final List<String> callsAhead = new ArrayList<>();
    private @Nullable Turn open;

    /// What the model says until somebody else speaks.
    private static final class Turn {
        private final String path;
        private final List<ChatPart> parts = new ArrayList<>();
        private final List<InputItem> calls = new ArrayList<>();
        private @Nullable String signature;

        private Turn(String path) {
            this.path = path;
        }
    }

    private Transcript(ToolBox tools, ModelName model) {
        this.tools = tools;
        this.model = model;
    }

    /// `instructions` come first; null or empty for none.
    static Transcript of(@Nullable String instructions, List<InputItem> items, ToolBox tools, ModelName model) {
        var transcript = new Transcript(tools, model);
        if (instructions != null && !instructions.isEmpty()) {
            var content = new ChatContent(List.of(ChatPart.ofText(instructions)));
            transcript.tell(ChatMessage.of("system", content), "instructions");
        }
        items.forEach(transcript::lookAhead);
        items.forEach(transcript::add);
        transcript.close();
        return transcript;
    }

    List<ChatMessage> messages() {
        return messages;
    }

    /// Where each message stood in the input.
    List<String> paths() {
        return paths;
    }

    private void lookAhead(InputItem item) {
        if (item.isCall()) {
            callsAhead.add(item.callId());
        } else if (item.isResult()) {
            waiting(item.callId()).add(item);
        } else {
            seal(item)
                    .filter(seal -> !seal.callId().isEmpty())
                    .ifPresent(seal -> signatures.put(seal.callId(), seal.signature()));
        }
    }

    private void add(InputItem item) {
        switch (item.type()) {
            case "message" -> message(item);
            case "function_call", "custom_tool_call" -> turn(item).calls.add(item);
            case "function_call_output", "custom_tool_call_output" -> result(item);
            case "reasoning" -> reasoning(item);
            case "image_generation_call" -> picture(item);
            default -> {} // of no use to Gemini, or newer than this program
        }
    }

    private void message(InputItem item) {
        var content = ContentParts.of(item.value("content"), item.path() + ".content");
        switch (item.required("role")) {
            case "system", "developer" -> tell(ChatMessage.of("system", content), item.path());
            case "assistant", "model" -> turn(item).parts.addAll(content.parts());
            case "user" -> {
                close();
                tell(ChatMessage.of("user", content), item.path());
            }
            default ->
                throw OpenAiRequests.invalid(
                        item.path() + ".role",
                        "'%s.role' must be user, assistant, system or developer".formatted(item.path()));
        }
    }

    /// It was told behind its call already, unless there is none.
    private void result(InputItem item) {
        close();
        if (!callsAhead.contains(item.callId()) && waiting(item.callId()).remove(item)) {
            tellResult(item);
        }
    }

    /// A signature of a text stands behind it.
    private void reasoning(InputItem item) {
        var turn = open;
        if (turn != null) {
            seal(item).filter(seal -> seal.callId().isEmpty()).ifPresent(seal -> turn.signature = seal.signature());
        }
    }

    /// Pictures that were made here come back to be worked on: Gemini takes them from the user.
    private void picture(InputItem item) {
        item.utf8("result").filter(data -> !data.isEmpty()).ifPresent(data -> {
            close();
            var picture = ContentParts.picture(data);
            tell(ChatMessage.of("user", new ChatContent(List.of(picture))), item.path());
        });
    }

    private Optional<SealedSignature> seal(InputItem item) {
        return item.type().equals("reasoning")
                ? item.text("encrypted_content").flatMap(content -> SealedSignature.opened(content, model))
                : Optional.empty();
    }

    private Turn turn(InputItem item) {
        if (open == null) {
            open = new Turn(item.path());
        }
        return open;
    }

    private void close() {
        var turn = open;
        open = null;
        if (turn == null) {
            return;
        }
        tell(said(turn), turn.path);
        for (var call : turn.calls) {
            callsAhead.remove(call.callId());
            var result = waiting(call.callId()).poll();
            if (result != null) {
                tellResult(result);
            }
        }
    }

    private Deque<InputItem> waiting(String callId) {
        return results.computeIfAbsent(callId, _ -> new ArrayDeque<>());
    }

    private void tellResult(InputItem item) {
        var content = ContentParts.of(item.value("output"), item.path() + ".output");
        tell(ChatMessage.ofResult(item.callId(), content), item.path());
    }

    private ChatMessage said(Turn turn) {
        return new ChatMessage(
                "assistant",
                new ChatContent(turn.parts),
                null,
                turn.calls.stream().map(this::call).toList(),
                null,
                null,
                null,
                null,
                null,
                null,
                quoted(turn.signature));
    }

    private ChatToolCall call(InputItem item) {
        var name = tools.flatName(item.text("namespace").orElse(""), item.required("name"));
        var signature = quoted(signatures.get(item.callId()));
        if (item.type().equals("custom_tool_call")) {
            var custom = new ChatToolCall.Custom(name, item.text("input").orElse(""));
            return new ChatToolCall(item.callId(), null, custom, null, null, signature);
        }
        var arguments = item.value("arguments").toString();
        var function = new ChatToolCall.Function(name, arguments, null, null, null);
        return new ChatToolCall(item.callId(), function, null, null, null, signature);
    }

    private static @Nullable String quoted(@Nullable String signature) {
        return signature == null ? null : JsonValue.of(signature).toString();
    }

    private void tell(ChatMessage message, String path) {
        messages.add(message);
        paths.add(path);
    }
}
