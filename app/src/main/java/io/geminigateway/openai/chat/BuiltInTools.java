package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.prompt.Dropped;
import io.geminigateway.prompt.Invalid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Google's own tools, beside the client's functions: web search, and what `extra_body.google.tools` names.
final class BuiltInTools {
    private static final String SEARCH = "web_search_options";
    private static final List<String> OPTIONS = List.of("user_location", "search_context_size");
    private static final JsonValue GOOGLE_SEARCH = JsonValue.Members.NONE.with("googleSearch", JsonValue.Members.NONE);

    private BuiltInTools() {}

    /// The list of tools as JSON with the built-in ones added to `functions`; null for none at all.
    static @Nullable String add(
            ChatRequest request, GoogleExtras google, Capabilities model, @Nullable String functions, Dropped dropped) {
        var tools = new ArrayList<JsonValue>();
        if (functions != null && JsonValue.parse(functions) instanceof JsonValue.Elements(var declared)) {
            tools.addAll(declared);
        }
        if (request.webSearchOptions() != null) {
            addSearch(tools);
            reportOptions(request.webSearchOptions(), dropped);
        }
        google.tools().forEach(tools::add);
        checkSearch(tools, request.webSearchOptions() == null ? "tools" : SEARCH, model);
        return tools.isEmpty() ? null : new JsonValue.Elements(tools).toString();
    }

    private static void addSearch(List<JsonValue> tools) {
        if (!tools.contains(GOOGLE_SEARCH)) { // a tool of the type web_search is the same
            tools.add(GOOGLE_SEARCH);
        }
    }

    /// Where the user is and how much to read cannot be told to Google.
    private static void reportOptions(String options, Dropped dropped) {
        var given = JsonValue.parse(options).asObject().orElse(JsonValue.Members.NONE);
        OPTIONS.stream().filter(given::has).forEach(name -> dropped.add(SEARCH + "." + name));
    }

    private static void checkSearch(List<JsonValue> tools, String param, Capabilities model) {
        if (!tools.contains(GOOGLE_SEARCH)) {
            return;
        }
        if (!model.search()) {
            throw Invalid.unsupported(param, "'%s': this model does not search".formatted(param));
        }
        if (has(tools, "functionDeclarations") && !model.searchWithTools()) {
            throw Invalid.unsupported(
                    param, "'%s': this model does not search while it has functions".formatted(param));
        }
    }

    private static boolean has(List<JsonValue> tools, String kind) {
        return tools.stream().anyMatch(tool -> tool instanceof JsonValue.Members members && members.has(kind));
    }
}
