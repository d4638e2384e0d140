package io.geminigateway.openai.chat;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
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
/// wants exactly one result for every call, in the order of the calls.
final class ToolResults {
    private final List<ToolCalls.Told> calls = new ArrayList<>();
    private final List<@Nullable List<Part>> results = new ArrayList<>();
    private final boolean takesMedia;
    private String path = "messages";

    /// `takesMedia`: whether the model takes images as part of a result.
    ToolResults(boolean takesMedia) {
        this.takesMedia = takesMedia;
    }

    /// From now on these calls wait for their results.
    void expect(List<ToolCalls.Told> made, String path) {
        this.path = path;
        calls.addAll(made);
        made.forEach(_ -> results.add(null));
    }

    /// The result in this message, of this content.
    void result(ChatMessage message, List<Part> content, String path) {
        results.set(callOf(message, path), content);
    }

    /// All results in their order, told to these turns; media that they cannot hold are a turn of the user's after
    /// them.
    /// Afterwards nothing is waited for.
    void tell(Turns turns) {
        refuseMissing();
        var parts = new ArrayList<Part>();
        var beside = new ArrayList<Part>();
        for (var i = 0; i < calls.size(); i++) {
            var content = Objects.requireNonNull(results.get(i));
            parts.add(part(Objects.requireNonNull(calls.get(i).part().functionCall()), content));
            if (!takesMedia) {
                content.stream().filter(part -> part.text() == null).forEach(beside::add);
            }
        }
        calls.clear();
        results.clear();
        turns.results(parts);
        if (!beside.isEmpty()) {
            turns.user(beside);
        }
    }

    private void refuseMissing() {
        var missing = results.indexOf(null);
        if (missing >= 0) {
            throw invalid(
                    path,
                    "An assistant message with 'tool_calls' must be followed by tool messages responding to each"
                            + " 'tool_call_id': there is none for '%s'"
                                    .formatted(shown(calls.get(missing).spokenId())));
        }
    }

    private int callOf(ChatMessage message, String path) {
        var id = message.toolCallId() == null ? "" : SignatureCarriers.id(message.toolCallId());
        var name = message.name();
        return open(call -> !id.isEmpty() && call.spokenId().equals(id))
                .or(() -> open(call -> call.clientName().equals(name)))
                .or(() -> id.isEmpty() ? open(_ -> name == null) : Optional.empty())
                .orElseThrow(() -> nothingToAnswer(id, name, path));
    }

    /// The first call that waits for its result and is meant.
    private Optional<Integer> open(Predicate<ToolCalls.Told> isMeant) {
        return Stream.iterate(0, i -> i < calls.size(), i -> i + 1)
                .filter(i -> results.get(i) == null && isMeant.test(calls.get(i)))
                .findFirst();
    }

    private static GatewayException nothingToAnswer(String id, @Nullable String name, String path) {
        if (id.isEmpty()) {
            var where = name == null ? path + ".role" : path + ".name";
            return invalid(where, "'%s' answers no call of the assistant message before it".formatted(path));
        }
        return invalid(
                path + ".tool_call_id",
                "'%s.tool_call_id' is '%s': no call of the assistant message before it waits under this id"
                        .formatted(path, shown(id)));
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
        var result = Members.NONE
                .with("id", JsonValue.of(String.valueOf(call.id())))
                .with("name", JsonValue.of(String.valueOf(call.name())))
                .with("response", Members.NONE.with("output", output(text.toString())));
        return Part.ofResult(
                (media.isEmpty() || !takesMedia ? result : result.with("parts", new JsonValue.Elements(media)))
                        .toString());
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

    private static String shown(String id) {
        return id.length() > 64 ? id.substring(0, 64) + "..." : id;
    }

    private static GatewayException invalid(String path, String message) {
        return new Failure.InvalidRequest(message, path, "invalid_value").asException();
    }
}
