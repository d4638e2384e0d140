package io.geminigateway.openai.chat;

import io.geminigateway.answer.AnsweredCall;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;
import java.util.List;

/// One call of an answer, in OpenAI's words.
record WrittenCall(AnsweredCall call, Kind kind) {
    enum Kind {
        FUNCTION,
        CUSTOM,
        OLD_STYLE
    }

    static WrittenCall of(AnsweredCall call, Tools tools) {
        if (tools.isCustom(call.name())) {
            return new WrittenCall(call, Kind.CUSTOM);
        }
        return new WrittenCall(call, tools.isOldStyle() ? Kind.OLD_STYLE : Kind.FUNCTION);
    }

    /// Writes all calls of a message, with a comma in front; nothing for none.
    static void writeAll(List<WrittenCall> calls, Bytes out) {
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
        out.append("\"tool_calls\":[{\"index\":" + call.index() + ",");
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
        JsonText.write(call.id(), out);
        if (kind == Kind.CUSTOM) {
            out.append(",\"type\":\"custom\",\"custom\":{\"name\":");
            JsonText.write(call.name(), out);
            out.append(",\"input\":");
            JsonText.write(CustomTools.input(call.call()), out);
        } else {
            out.append(",\"type\":\"function\",\"function\":{\"name\":");
            JsonText.write(call.name(), out);
            out.append(",\"arguments\":");
            JsonText.write(call.arguments(), out);
        }
        out.write('}');
        if (call.signature() != null) {
            out.write(',');
            writeSignature(call.signature(), out);
        }
    }

    private void writeOldStyle(Bytes out) {
        out.append("\"function_call\":{\"name\":");
        JsonText.write(call.name(), out);
        out.append(",\"arguments\":");
        JsonText.write(call.arguments(), out);
        out.write('}');
    }
}
