package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.FunctionCall;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings the calls of one assistant's message and their results together: by id, else by name, else by order. Gemini
/// wants exactly one result for every call, in the order of the calls; clients that trim their history, or were
/// interrupted, have calls without a result and results without a call. Such a call gets a result that says so, such a
/// result becomes the user's words.
final class ToolResults {
    private static final String MISSING = "The result of this call is not known.";

    private final List<ToolCalls.Told> calls = new ArrayList<>();
    private final List<@Nullable List<Part>> results = new ArrayList<>();
    private final List<Part> strays = new ArrayList<>();
    private final boolean takesMedia;
    private final Dropped dropped;

    /// `takesMedia`: whether the model takes images as part of a result.
    ToolResults(boolean takesMedia, Dropped dropped) {
        this.takesMedia = takesMedia;
        this.dropped = dropped;
    }

    /// From now on these calls wait for their results.
    void expect(List<ToolCalls.Told> made) {
        calls.addAll(made);
        made.forEach(_ -> results.add(null));
    }

    /// The result in this message, of this content.
    void result(ChatMessage message, List<Part> content) {
        callOf(message).ifPresentOrElse(call -> results.set(call, content), () -> stray(message, content));
    }

    /// All results in their order, told to these turns; media that they cannot hold, and results without a call, are a
    /// turn of the user's after them. Afterwards nothing is waited for.
    void tell(Turns turns) {
        dropped.addIf(results.contains(null), "messages[].tool_calls");
        dropped.addIf(!strays.isEmpty(), "messages[].tool_call_id");
        var parts = new ArrayList<Part>();
        var beside = new ArrayList<Part>();
        for (var i = 0; i < calls.size(); i++) {
            var call = Objects.requireNonNull(calls.get(i).part().functionCall());
            var content = results.get(i);
            parts.add(content == null ? missing(call) : part(call, content));
            if (!takesMedia && content != null) {
                content.stream().filter(part -> part.text() == null).forEach(beside::add);
            }
        }
        beside.addAll(strays);
        calls.clear();
        results.clear();
        strays.clear();
        turns.results(parts);
        if (!beside.isEmpty()) {
            turns.user(beside);
        }
    }

    private Optional<Integer> callOf(ChatMessage message) {
        var id = message.toolCallId() == null ? "" : SignatureCarriers.id(message.toolCallId());
        var name = message.name();
        return open(call -> !id.isEmpty() && call.spokenId().equals(id))
                .or(() -> open(call -> call.clientName().equals(name)))
                .or(() -> id.isEmpty() ? open(_ -> name == null) : Optional.empty());
    }

    /// The first call that waits for its result and is meant.
    private Optional<Integer> open(Predicate<ToolCalls.Told> isMeant) {
        return Stream.iterate(0, i -> i < calls.size(), i -> i + 1)
                .filter(i -> results.get(i) == null && isMeant.test(calls.get(i)))
                .findFirst();
    }

    private void stray(ChatMessage message, List<Part> content) {
        var tool = message.name() == null ? "a tool" : "the tool " + JsonValue.of(message.name());
        strays.add(Part.ofText("Result of %s, whose call is no longer part of this conversation:\n".formatted(tool)));
        strays.addAll(content);
    }

    private static Part missing(FunctionCall call) {
        return result(call, Members.NONE.with("error", JsonValue.of(MISSING)), List.of());
    }

    private Part part(FunctionCall call, List<Part> content) {
        var text = new StringBuilder();
        var media = new ArrayList<JsonValue>();
        for (var part : content) {
            if (part.text() != null) {
                text.append(part.text());
            } else if (part.inlineData() != null) {
                media.add(Members.NONE.with("inlineData", blob(part.inlineData())));
            } else if (part.fileData() != null) {
                media.add(Members.NONE.with("fileData", JsonValue.parse(part.fileData())));
            }
        }
        return result(call, Members.NONE.with("output", output(text.toString())), takesMedia ? media : List.of());
    }

    private static Part result(FunctionCall call, Members response, List<JsonValue> media) {
        var result = Members.NONE
                .with("id", JsonValue.of(String.valueOf(call.id())))
                .with("name", JsonValue.of(String.valueOf(call.name())))
                .with("response", response);
        return Part.ofResult(
                (media.isEmpty() ? result : result.with("parts", new JsonValue.Elements(media))).toString());
    }

    private static Members blob(Blob blob) {
        return Members.NONE
                .with("mimeType", JsonValue.of(String.valueOf(blob.mimeType())))
                .with("data", JsonValue.of(String.valueOf(blob.data())));
    }

    /// Objects and lists are what they are, so that the model sees no JSON in a string; all else is text, digits too.
    private static JsonValue output(String text) {
        var start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return JsonValue.of(text);
        }
        try {
            return JsonValue.parse(text);
        } catch (MalformedJsonException asItIs) {
            return JsonValue.of(text);
        }
    }
}
