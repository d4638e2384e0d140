package io.geminigateway.openai.chat;

import io.geminigateway.dialect.JsonText;
import io.geminigateway.sse.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call of an answer, in OpenAI's words. `input` is the arguments as JSON, or the text for a custom tool.
record AnsweredCall(
        int index,
        String id,
        Kind kind,
        String name,
        String input,
        @Nullable String signature) {

    enum Kind {
        FUNCTION,
        CUSTOM,
        OLD_STYLE
    }

    /// Writes all calls of a message, with a comma in front; nothing for none.
    static void writeAll(List<AnsweredCall> calls, Bytes out) {
        if (calls.isEmpty()) {
            return;
        }
        if (calls.getFirst().kind() == Kind.OLD_STYLE) {
            out.write(',');
            calls.getFirst().writeOldStyle(out);
            return;
        }
        out.append(",\"tool_calls\":");
        var separator = '[';
        for (var call : calls) {
            out.write(separator);
            out.write('{');
            call.writeMembers(out);
            out.write('}');
            separator = ',';
        }
        out.write(']');
    }

    /// Writes the members of a delta: the whole call at once.
    void writeDelta(Bytes out) {
        if (kind == Kind.OLD_STYLE) {
            writeOldStyle(out);
            return;
        }
        out.append("\"tool_calls\":[{\"index\":" + index + ",");
        writeMembers(out);
        out.append("}]");
    }

    /// Writes the member in which Google's own clients look for a signature.
    static void writeSignature(String signature, Bytes out) {
        out.append("\"extra_content\":{\"google\":{\"thought_signature\":");
        JsonText.write(signature, out);
        out.append("}}");
    }

    private void writeMembers(Bytes out) {
        out.append("\"id\":");
        JsonText.write(id, out);
        if (kind == Kind.CUSTOM) {
            out.append(",\"type\":\"custom\",\"custom\":{\"name\":");
            JsonText.write(name, out);
            out.append(",\"input\":");
        } else {
            out.append(",\"type\":\"function\",\"function\":{\"name\":");
            JsonText.write(name, out);
            out.append(",\"arguments\":");
        }
        JsonText.write(input, out);
        out.write('}');
        if (signature != null) {
            out.write(',');
            writeSignature(signature, out);
        }
    }

    private void writeOldStyle(Bytes out) {
        out.append("\"function_call\":{\"name\":");
        JsonText.write(name, out);
        out.append(",\"arguments\":");
        JsonText.write(input, out);
        out.write('}');
    }
}
