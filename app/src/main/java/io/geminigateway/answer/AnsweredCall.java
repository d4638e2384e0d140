package io.geminigateway.answer;

import io.geminigateway.gemini.FunctionCall;
import io.geminigateway.gemini.JsonValue;
import org.jspecify.annotations.Nullable;

/// One call of an answer: the `index`-th, under an id that no other call has, by the client's name for the tool.
public record AnsweredCall(
        int index,
        String id,
        String name,
        FunctionCall call,
        @Nullable String signature) {

    /// A JSON object. Google writes some JSON over many lines; here it is on one.
    public String arguments() {
        return call.args() == null ? "{}" : JsonValue.parse(call.args()).toString();
    }
}
