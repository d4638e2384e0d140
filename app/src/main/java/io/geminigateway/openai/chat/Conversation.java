package io.geminigateway.openai.chat;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.Part;
import io.geminigateway.prompt.ToldCall;
import io.geminigateway.prompt.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The messages of a chat in Gemini's order: instructions apart, user and model in turn.
record Conversation(List<Content> contents, @Nullable Content systemInstruction) {
    private static final int MAX_MESSAGES = 4096;
    private static final int MAX_PARTS = 256;

    /// What other providers' models thought; Gemini does not want it back.
    private static final Set<String> THOUGHTS = Set.of("thinking", "redacted_thinking", "reasoning");

    static Conversation of(List<ChatMessage> messages, ToolCalls calls, ToolResults results, MediaParts media) {
        if (messages.isEmpty()) {
            throw invalid("messages", "'messages' must hold at least one message", "missing_required_parameter");
        }
        if (messages.size() > MAX_MESSAGES) {
            throw invalid("messages", "'messages' holds more than %d messages".formatted(MAX_MESSAGES));
        }
        var instructions = new ArrayList<Part>();
        var turns = new Turns();
        for (var i = 0; i < messages.size(); i++) {
            var path = "messages[" + i + "]";
            var message = messages.get(i);
            if (speaks(message.role())) {
                results.tell(turns);
            }
            switch (message.role()) {
                case "system", "developer" -> instructions.addAll(texts(message, path));
                case "user" -> turns.user(parts(message, path, media));
                case "assistant", "model" -> {
                    var made = calls.of(message, i);
                    turns.model(signed(assistantTexts(message, path, media), made, message));
                    for (var call : made) {
                        turns.model(List.of(call.part()));
                    }
                    results.expect(made);
                }
                case "tool", "function" -> results.result(message, parts(message, path, media));
                case null ->
                    throw invalid(path + ".role", "'%s.role' is missing".formatted(path), "missing_required_parameter");
                default ->
                    throw invalid(
                            path + ".role",
                            "'%s.role' must be system, developer, user, assistant or tool".formatted(path));
            }
        }
        results.tell(turns);
        return turns.isEmpty() ? ofInstructionsAlone(instructions) : of(turns, instructions);
    }

    private static Conversation of(Turns turns, List<Part> instructions) {
        return new Conversation(turns.contents(), instructions.isEmpty() ? null : new Content(null, instructions));
    }

    /// Gemini needs someone to answer to.
    private static Conversation ofInstructionsAlone(List<Part> instructions) {
        var turns = new Turns();
        turns.user(instructions);
        return of(turns, List.of());
    }

    /// Whether whoever says this has heard all results; instructions are no part of the talk.
    private static boolean speaks(@Nullable String role) {
        return "user".equals(role) || "assistant".equals(role) || "model".equals(role);
    }

    /// A signature that came with the message is its text's, or, where there is none, its first call's.
    private static List<Part> signed(List<Part> texts, List<ToldCall> made, ChatMessage message) {
        var signature = SignatureCarriers.ofMessage(message).orElse(null);
        if (signature == null) {
            return texts;
        }
        if (texts.isEmpty()) {
            ToolCalls.signFirst(made, signature);
            return texts;
        }
        var signed = new ArrayList<>(texts);
        signed.set(signed.size() - 1, signed.getLast().signed(signature));
        return signed;
    }

    private static List<Part> assistantTexts(ChatMessage message, String path, MediaParts media) {
        var texts = parts(message, path, media);
        var refusal = message.refusal();
        return texts.isEmpty() && refusal != null && !refusal.isEmpty() ? List.of(Part.ofText(refusal)) : texts;
    }

    /// Instructions are text and nothing else.
    private static List<Part> texts(ChatMessage message, String path) {
        return parts(message, path, null);
    }

    private static List<Part> parts(ChatMessage message, String path, @Nullable MediaParts media) {
        var parts = message.partsOrNone();
        if (parts.size() > MAX_PARTS) {
            throw invalid(path + ".content", "'%s.content' holds more than %d parts".formatted(path, MAX_PARTS));
        }
        var texts = new ArrayList<Part>(parts.size());
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var here = path + ".content[" + i + "]";
            if (media != null && MediaParts.isMedia(part)) {
                texts.add(media.part(part, here));
                continue;
            }
            var text = text(part, here);
            if (!text.isEmpty()) {
                texts.add(Part.ofText(text));
            }
        }
        return texts;
    }

    private static String text(ChatPart part, String path) {
        return switch (part.type()) {
            case ChatPart.TEXT -> required(part.text(), path + ".text");
            case "refusal" -> required(part.refusal(), path + ".refusal");
            case String type when THOUGHTS.contains(type) -> "";
            case String _ ->
                throw invalid(path + ".type", "'%s.type' is not a type of content that we know".formatted(path));
            case null -> required(null, path + ".type");
        };
    }

    private static String required(@Nullable String text, String path) {
        if (text == null) {
            throw invalid(path, "'%s' is missing".formatted(path), "missing_required_parameter");
        }
        return text;
    }

    private static GatewayException invalid(String path, String message) {
        return invalid(path, message, "invalid_value");
    }

    private static GatewayException invalid(String path, String message, String code) {
        return new Failure.InvalidRequest(message, path, code).asException();
    }
}
