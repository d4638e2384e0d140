package io.geminigateway.openai.responses;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Utf8;
import io.geminigateway.openai.OpenAiRequests;
import java.util.Optional;

/// One item of an input, or of a conversation that is kept. `path` is where the client wrote it.
record InputItem(JsonValue.Members json, String path) {
    /// Many leave out the type of a message; some that of a reference.
    String type() {
        return text("type").orElseGet(() -> json.has("role") ? "message" : json.has("id") ? "item_reference" : "");
    }

    Optional<String> text(String name) {
        return utf8(name).map(Utf8::toString);
    }

    /// The same as [#text], for what may be large.
    Optional<Utf8> utf8(String name) {
        return json.get(name) instanceof JsonValue.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    String required(String name) {
        return text(name).filter(text -> !text.isEmpty()).orElseThrow(() -> OpenAiRequests.missing(path + "." + name));
    }

    JsonValue value(String name) {
        var value = json.get(name);
        return value == null ? JsonValue.Null.NULL : value;
    }

    /// The id that a call and its result share; some know only that of the item.
    String callId() {
        return text("call_id").filter(id -> !id.isEmpty()).orElseGet(() -> required("id"));
    }

    boolean isCall() {
        return type().equals("function_call") || type().equals("custom_tool_call");
    }

    boolean isResult() {
        return type().equals("function_call_output") || type().equals("custom_tool_call_output");
    }
}
