package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.JsonValue;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Google's own tools, beside the client's functions: web search, and what `extra_body.google.tools` names.
final class BuiltInTools {
    private static final String SEARCH = "web_search_options";
    private static final JsonValue GOOGLE_SEARCH = JsonValue.Members.NONE.with("googleSearch", JsonValue.Members.NONE);

    private BuiltInTools() {}

    /// The list of tools as JSON with the built-in ones added to `functions`; null for none at all.
    static @Nullable String add(
            ChatRequest request,
            GoogleExtras google,
            Capabilities model,
            @Nullable String functions,
            Dropped dropped) {
        var tools = new ArrayList<JsonValue>();
        if (functions != null && JsonValue.parse(functions) instanceof JsonValue.Elements(var declared)) {
            tools.addAll(declared);
        }
        if (request.webSearchOptions() != null) {
            checkSearch(model, !tools.isEmpty());
            tools.add(GOOGLE_SEARCH);
            var options = JsonValue.parse(request.webSearchOptions()).asObject().orElse(JsonValue.Members.NONE);
            options.members().keySet().stream()
                    .filter(name -> name.equals("user_location") || name.equals("search_context_size"))
                    .forEach(name -> dropped.add(SEARCH + "." + name));
        }
        google.tools().forEach(tools::add);
        return tools.isEmpty() ? null : new JsonValue.Elements(tools).toString();
    }

    private static void checkSearch(Capabilities model, boolean withFunctions) {
        if (!model.search()) {
            throw Invalid.unsupported(SEARCH, "'web_search_options': this model does not search");
        }
        if (withFunctions && !model.searchWithTools()) {
            throw Invalid.unsupported(SEARCH, "'web_search_options': this model does not search while it has functions");
        }
    }
}
