package io.geminigateway.anthropic.messages;

import io.geminigateway.anthropic.messages.MessagesRequest.Message;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.Part;
import io.geminigateway.prompt.Dropped;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.OpenCalls;
import io.geminigateway.prompt.ToldCall;
import io.geminigateway.prompt.ToldResult;
import io.geminigateway.prompt.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The messages in Gemini's order: instructions apart, user and model in turn, one result for every call.
final class Transcript {
    private static final int MAX_MESSAGES = 4096;
    private static final int MAX_BLOCKS = 1024;

    private final BlockParts parts;
    private final ToolUses uses;
    private final Dropped dropped;
    private final OpenCalls calls;
    private final Instructions instructions = new Instructions();
    private final Turns turns = new Turns();

    /// What the user said since the model's last words.
    private final List<Part> said = new ArrayList<>();

    private boolean userSpoke;

    /// `takesMedia`: whether the model takes images as part of a result.
    Transcript(BlockParts parts, ToolUses uses, Dropped dropped, boolean takesMedia) {
        this.parts = parts;
        this.uses = uses;
        this.dropped = dropped;
        this.calls = new OpenCalls(takesMedia);
    }

    void read(List<Message> messages, @Nullable Blocks system) {
        if (messages.isEmpty()) {
            throw Invalid.missing("messages");
        }
        if (messages.size() > MAX_MESSAGES) {
            throw Invalid.value("messages", "'messages' holds more than %d messages".formatted(MAX_MESSAGES));
        }
        if (system != null) {
            instructions.add(system.blocks(), "system");
        }
        for (var i = 0; i < messages.size(); i++) {
            message(messages.get(i), i);
        }
        settle();
        if (turns.isEmpty()) { // Gemini needs someone to answer to
            turns.user(instructions.parts());
            instructions.parts().clear();
        }
    }

    List<Content> contents() {
        return turns.contents();
    }

    @Nullable
    Content systemInstruction() {
        return instructions.parts().isEmpty() ? null : new Content(null, List.copyOf(instructions.parts()));
    }

    private void message(Message message, int index) {
        var path = "messages[%d]".formatted(index);
        var content = path + ".content";
        if (message.blocks().size() > MAX_BLOCKS) {
            throw Invalid.value(content, "'%s' holds more than %d blocks".formatted(content, MAX_BLOCKS));
        }
        switch (message.role()) {
            case "system" -> instructions.add(message.blocks(), content);
            case "user" -> user(message.blocks(), content);
            case "assistant" -> {
                settle();
                assistant(message.blocks(), index, content);
            }
            case null -> throw Invalid.missing(path + ".role");
            default -> throw unknownRole(path);
        }
    }

    private void user(List<Block> blocks, String path) {
        var speaks = blocks.isEmpty();
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var here = "%s[%d]".formatted(path, i);
            if ("tool_result".equals(block.type())) {
                result(block, here);
            } else {
                said.addAll(parts.of(block, here));
                speaks = true;
            }
        }
        userSpoke = userSpoke || speaks;
    }

    private void result(Block block, String path) {
        var content = parts.of(block.contentOrNone(), path + ".content");
        var id = block.toolUseId() == null ? "" : block.toolUseId();
        var result = new ToldResult(content, Boolean.TRUE.equals(block.isError()));
        if (!calls.answered(id, null, result)) {
            calls.stray(null, result);
        }
    }

    private void assistant(List<Block> blocks, int index, String path) {
        var made = uses.of(blocks, index, path);
        var texts = new ArrayList<Part>();
        for (var i = 0; i < blocks.size(); i++) {
            texts.addAll(parts.of(blocks.get(i), "%s[%d]".formatted(path, i)));
        }
        turns.model(
                Stream.concat(texts.stream(), made.stream().map(ToldCall::part)).toList());
        calls.expect(made);
    }

    /// The user's turn is over: first what the tools gave back, then what was said beside it.
    private void settle() {
        dropped.addIf(calls.isWaiting(), "messages[].content[].tool_use");
        dropped.addIf(calls.hasStrays(), "messages[].content[].tool_result");
        calls.tell(turns);
        if (userSpoke) {
            turns.user(List.copyOf(said));
        }
        said.clear();
        userSpoke = false;
    }

    private static GatewayException unknownRole(String path) {
        return Invalid.value(path + ".role", "'%s.role' must be user, assistant or system".formatted(path));
    }
}
