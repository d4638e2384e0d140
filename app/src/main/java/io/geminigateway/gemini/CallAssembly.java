package io.geminigateway.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes whole calls of what a stream says. Nearly all calls come whole; of those in pieces, each is complete
/// before the next begins.
public final class CallAssembly {
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[([0-9]{1,4})]|\\['([^']*)']");

    /// Marks a step into a list; no name of a member can begin so.
    private static final String INDEX = "[";

    /// A call, and the signature that came with it.
    public record Whole(FunctionCall call, @Nullable String signature) {}

    private @Nullable Whole begun;
    private JsonValue args = JsonValue.Members.NONE;
    private String open = "";

    /// The call that is complete with this part, if one is.
    public Optional<Whole> heard(FunctionCall call, @Nullable String signature) {
        if (call.name() != null && !call.name().isEmpty()) {
            if (!call.isCut()) {
                return Optional.of(new Whole(call, signature));
            }
            begun = new Whole(call, signature);
            args = JsonValue.Members.NONE;
        }
        if (begun == null) {
            return Optional.empty();
        }
        call.pieces().forEach(this::add);
        if (call.isCut()) {
            return Optional.empty();
        }
        var whole = new Whole(
                FunctionCall.of(begun.call().id(), String.valueOf(begun.call().name()), args.toString()),
                begun.signature());
        begun = null;
        return Optional.of(whole);
    }

    private void add(FunctionCall.Piece piece) {
        var path = piece.jsonPath() == null ? "" : piece.jsonPath();
        var goesOn = path.equals(open);
        args = with(args, steps(path), 0, value(piece), goesOn);
        open = Boolean.TRUE.equals(piece.willContinue()) ? path : "";
    }

    private static JsonValue value(FunctionCall.Piece piece) {
        if (piece.stringValue() != null) {
            return JsonValue.of(piece.stringValue());
        }
        if (piece.numberValue() != null) {
            return JsonValue.parse(piece.numberValue());
        }
        return piece.boolValue() == null ? JsonValue.Null.NULL : JsonValue.of(piece.boolValue());
    }

    private static List<String> steps(String path) {
        return STEP.matcher(path)
                .results()
                .map(step -> {
                    var name = step.group(1) == null ? step.group(3) : step.group(1);
                    return name == null ? INDEX + step.group(2) : name;
                })
                .toList();
    }

    private static JsonValue with(
            @Nullable JsonValue at, List<String> steps, int depth, JsonValue value, boolean goesOn) {
        if (depth == steps.size()) {
            return goesOn && at instanceof JsonValue.Text text && value instanceof JsonValue.Text more
                    ? JsonValue.of(text.value() + more.value())
                    : value;
        }
        var step = steps.get(depth);
        if (step.startsWith(INDEX)) {
            var elements = new ArrayList<>(at instanceof JsonValue.Elements(var list) ? list : List.<JsonValue>of());
            var index = Math.min(Integer.parseInt(step.substring(1)), elements.size());
            if (index == elements.size()) {
                elements.add(JsonValue.Null.NULL);
            }
            elements.set(index, with(elements.get(index), steps, depth + 1, value, goesOn));
            return new JsonValue.Elements(elements);
        }
        var members = at instanceof JsonValue.Members object ? object : JsonValue.Members.NONE;
        return members.with(step, with(members.get(step), steps, depth + 1, value, goesOn));
    }
}
