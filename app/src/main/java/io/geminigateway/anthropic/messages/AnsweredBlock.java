package io.geminigateway.anthropic.messages;

import io.geminigateway.answer.Page;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;
import java.util.List;

/// A block of an answer, as it is when it begins. All else comes to it as [BlockDelta]s.
sealed interface AnsweredBlock {
    /// Nobody calls a tool but the model itself.
    String CALLER = "\"caller\":{\"type\":\"direct\"},";

    enum Text implements AnsweredBlock {
        TEXT
    }

    enum Thinking implements AnsweredBlock {
        THINKING
    }

    record ToolUse(String id, String name) implements AnsweredBlock {}

    /// A search of Google's.
    record Search(String id) implements AnsweredBlock {}

    /// What a search found: a block that is whole at once.
    record Found(String searchId, List<Page> pages) implements AnsweredBlock {}

    /// The block with its empty fields: what comes to them is added, and some clients add it to "undefined".
    default void writeEmpty(Bytes out) {
        switch (this) {
            case Text _ -> out.append("{\"type\":\"text\",\"text\":\"\"}");
            case Thinking _ -> out.append("{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
            case ToolUse use -> {
                writeUse("tool_use", use.id(), use.name(), out);
                out.append("{}}");
            }
            case Search search -> {
                writeUse("server_tool_use", search.id(), "web_search", out);
                out.append("{}}");
            }
            case Found found -> writeFound(found, out);
        }
    }

    /// All of a call but its input, and of the brace behind that.
    static void writeUse(String type, String id, String name, Bytes out) {
        out.append("{\"type\":\"").append(type).append("\",").append(CALLER).append("\"id\":");
        JsonText.write(id, out);
        out.append(",\"name\":");
        JsonText.write(name, out);
        out.append(",\"input\":");
    }

    static void writeFound(Found found, Bytes out) {
        out.append("{\"type\":\"web_search_tool_result\",").append(CALLER).append("\"tool_use_id\":");
        JsonText.write(found.searchId(), out);
        out.append(",\"content\":[");
        var separator = "";
        for (var page : found.pages()) {
            out.append(separator).append("{\"type\":\"web_search_result\",\"url\":");
            JsonText.write(page.url(), out);
            out.append(",\"title\":");
            JsonText.write(page.title(), out);
            out.append(",\"encrypted_content\":\"\",\"page_age\":null}");
            separator = ",";
        }
        out.append("]}");
    }
}
