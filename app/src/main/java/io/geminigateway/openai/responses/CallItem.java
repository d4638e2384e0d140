package io.geminigateway.openai.responses;

import io.geminigateway.answer.AnsweredCall;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.openai.chat.CustomTools;
import io.geminigateway.sse.Bytes;

/// A call of one of the client's tools, told at once.
final class CallItem implements OutputItem {
    private final ItemPlace place;
    private final AnsweredCall call;
    private final ToolBox.Origin tool;
    private final boolean isCustom;
    private final String input;

    CallItem(ItemPlace place, AnsweredCall call, ToolBox tools) {
        this.place = place;
        this.call = call;
        tool = tools.origin(call.name());
        isCustom = tools.isCustom(call.name());
        input = isCustom ? CustomTools.input(call.call()) : call.arguments();
        tell();
    }

    private void tell() {
        place.added(out -> write("in_progress", "", out));
        var type = isCustom ? "response.custom_tool_call_input" : "response.function_call_arguments";
        place.event(type + ".delta", out -> {
            out.append("\"delta\":");
            JsonText.write(input, out);
        });
        place.event(type + ".done", out -> {
            if (!isCustom) {
                out.append("\"name\":");
                JsonText.write(tool.name(), out);
                out.append(",");
            }
            out.append(member());
            JsonText.write(input, out);
        });
        place.done(this::write);
    }

    @Override
    public void write(Bytes out) {
        write("completed", input, out);
    }

    private void write(String status, String input, Bytes out) {
        out.append("{\"id\":\"" + place.id() + "\",\"type\":\"" + (isCustom ? "custom_tool_call" : "function_call")
                + "\",\"status\":\"" + status + "\",\"call_id\":");
        JsonText.write(call.id(), out);
        if (!tool.namespace().isEmpty()) {
            out.append(",\"namespace\":");
            JsonText.write(tool.namespace(), out);
        }
        out.append(",\"name\":");
        JsonText.write(tool.name(), out);
        out.append(",").append(member());
        JsonText.write(input, out);
        out.append("}");
    }

    private String member() {
        return isCustom ? "\"input\":" : "\"arguments\":";
    }
}
