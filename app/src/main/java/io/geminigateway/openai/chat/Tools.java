package io.geminigateway.openai.chat;

import io.geminigateway.gemini.ToolNames;
import io.geminigateway.prompt.DeclaredTools;
import io.geminigateway.prompt.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tools of a request, as Gemini declares them. Read once per request, in the order of the client's list.
public final class Tools {
    /// Tools that Google runs itself, by the names they go by.
    private static final Map<String, String> BUILT_IN = Map.of(
            "web_search", "googleSearch",
            "web_search_preview", "googleSearch",
            "google_search", "googleSearch",
            "googleSearch", "googleSearch",
            "code_interpreter", "codeExecution",
            "code_execution", "codeExecution",
            "codeExecution", "codeExecution",
            "url_context", "urlContext",
            "urlContext", "urlContext");

    private final DeclaredTools declared;
    private final List<String> custom = new ArrayList<>();
    private final boolean isOldStyle;

    private Tools(ToolNames names, boolean isOldStyle) {
        this.declared = new DeclaredTools(names);
        this.isOldStyle = isOldStyle;
    }

    static Tools of(ChatRequest request, ToolNames names) {
        var tools = new Tools(names, request.toolsOrNone().isEmpty());
        for (var i = 0; i < request.toolsOrNone().size(); i++) {
            tools.add(request.toolsOrNone().get(i), "tools[" + i + "]");
        }
        for (var i = 0; i < request.functionsOrNone().size(); i++) {
            tools.add(request.functionsOrNone().get(i), "functions[" + i + "]");
        }
        return tools;
    }

    boolean isEmpty() {
        return declared.isEmpty();
    }

    /// Whether calls are to be told the way they were before there were tools.
    boolean isOldStyle() {
        return isOldStyle && declared.hasFunctions();
    }

    /// Whether there is such a function, by the client's name for it.
    boolean declares(String name) {
        return declared.declares(name);
    }

    boolean isCustom(String name) {
        return custom.contains(name);
    }

    /// Gemini's `tools`; null when there are none.
    @Nullable
    String json() {
        return declared.json();
    }

    private void add(ChatTool tool, String path) {
        var type = tool.type() == null ? "function" : tool.type();
        var google = BUILT_IN.get(type);
        if (google != null) {
            declared.builtIn(google);
            return;
        }
        switch (type) {
            case "function" -> {
                var function = tool.function();
                add(
                        function == null
                                ? new ChatFunction(tool.name(), tool.description(), tool.parameters())
                                : function,
                        path + ".function");
            }
            case "custom" -> add(tool.custom(), path + ".custom");
            default ->
                throw Invalid.value(path + ".type", "'%s.type' is not a type of tool that we know".formatted(path));
        }
    }

    private void add(ChatFunction function, String path) {
        declared.function(function.name(), function.description(), function.parameters(), path, "parameters");
    }

    /// Gemini has no tools that take free text: it is asked for one string.
    private void add(ChatTool.@Nullable Custom tool, String path) {
        var name = tool == null ? null : tool.name();
        var description = tool == null ? null : CustomTools.description(tool);
        declared.function(name, description, Optional.of(CustomTools.PARAMETERS), path);
        custom.add(String.valueOf(name));
    }
}
