package io.geminigateway.prompt;

import io.geminigateway.gemini.FunctionCall;
import io.geminigateway.gemini.FunctionResponse;
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

/// Brings the calls of one turn of the model's and their results together: by id, else by name, else by order. Gemini
/// wants exactly one result for every call, in the order of the calls; clients that trim their history, or were
/// interrupted, have calls without a result and results without a call. Such a call gets a result that says so, such a
/// result becomes the user's words.
public final class OpenCalls {
    private static final String MISSING = "The result of this call is not known.";

    private final List<ToldCall> calls = new ArrayList<>();
    private final List<@Nullable ToldResult> results = new ArrayList<>();
    private final List<Part> strays = new ArrayList<>();
    private final boolean takesMedia;

    /// `takesMedia`: whether the model takes images as part of a result.
    public OpenCalls(boolean takesMedia) {
        this.takesMedia = takesMedia;
    }

    /// From now on these calls wait for their results.
    public void expect(List<ToldCall> made) {
        calls.addAll(made);
        made.forEach(_ -> results.add(null));
    }

    /// The result of the call of this id (empty for none), else of this name. False if no such call waits.
    public boolean answered(String id, @Nullable String name, ToldResult result) {
        var call = open(waiting -> !id.isEmpty() && waiting.spokenId().equals(id))
                .or(() -> open(waiting -> waiting.clientName().equals(name)))
                .or(() -> id.isEmpty() ? open(_ -> name == null) : Optional.empty());
        call.ifPresent(index -> results.set(index, result));
        return call.isPresent();
    }

    /// A result of a call that is no longer told of; `name` is the tool's, if that is known.
    public void stray(@Nullable String name, ToldResult result) {
        var tool = name == null ? "a tool" : "the tool " + JsonValue.of(name);
        strays.add(Part.ofText("Result of %s, whose call is no longer part of this conversation:\n".formatted(tool)));
        strays.addAll(result.content());
    }

    /// Whether a call waits for its result.
    public boolean isWaiting() {
        return results.contains(null);
    }

    public boolean hasStrays() {
        return !strays.isEmpty();
    }

    /// All results in their order, told to these turns; media that they cannot hold, and results without a call, are a
    /// turn of the user's after them. Afterwards nothing is waited for.
    public void tell(Turns turns) {
        var parts = new ArrayList<Part>();
        var beside = new ArrayList<Part>();
        for (var i = 0; i < calls.size(); i++) {
            var call = Objects.requireNonNull(calls.get(i).part().functionCall());
            var result = results.get(i);
            parts.add(result == null ? missing(call) : part(call, result));
            if (!takesMedia && result != null) {
                result.content().stream().filter(part -> part.text() == null).forEach(beside::add);
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

    /// The first call that waits for its result and is meant.
    private Optional<Integer> open(Predicate<ToldCall> isMeant) {
        return Stream.iterate(0, i -> i < calls.size(), i -> i + 1)
                .filter(i -> results.get(i) == null && isMeant.test(calls.get(i)))
                .findFirst();
    }

    private Part part(FunctionCall call, ToldResult told) {
        var text = new StringBuilder();
        var media = new ArrayList<Part>();
        for (var part : told.content()) {
            if (part.text() != null) {
                text.append(part.text());
            } else if (part.inlineData() != null || part.fileData() != null) {
                media.add(part.withoutResolution());
            }
        }
        var response = Members.NONE.with(told.isError() ? "error" : "output", output(text.toString()));
        return result(call, response, takesMedia ? media : List.of());
    }

    private static Part missing(FunctionCall call) {
        return result(call, Members.NONE.with("error", JsonValue.of(MISSING)), List.of());
    }

    private static Part result(FunctionCall call, Members response, List<Part> media) {
        return Part.ofResult(new FunctionResponse(
                String.valueOf(call.id()), String.valueOf(call.name()), response.toString(), media));
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
