package io.geminigateway.anthropic.messages;

import io.geminigateway.anthropic.messages.MessagesRequest.Tool;
import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.ToolNames;
import io.geminigateway.prompt.DeclaredTools;
import io.geminigateway.prompt.Dropped;
import io.geminigateway.prompt.Invalid;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tools of a request, and which of them may or must be used. Of Anthropic's own tools, those that Google has too
/// are Google's; the others are left out, and so are Google's where the model does not have them beside functions.
final class Tools {
    /// By how the dated types begin.
    private static final Map<String, String> AT_GOOGLE = Map.of(
            "web_search_", "googleSearch",
            "web_fetch_", "urlContext",
            "code_execution_", "codeExecution");

    private final ToolNames names;
    private final DeclaredTools declared;
    private final Dropped dropped;

    /// What the client calls tools that are no functions.
    private final Set<String> servers = new HashSet<>();

    private Tools(ToolNames names, Dropped dropped) {
        this.names = names;
        this.declared = new DeclaredTools(names);
        this.dropped = dropped;
    }

    static Tools of(MessagesRequest request, Capabilities model, ToolNames names, Dropped dropped) {
        var tools = new Tools(names, dropped);
        var all = request.toolsOrNone();
        var hasFunctions = all.stream().anyMatch(Tools::isFunction);
        for (var i = 0; i < all.size(); i++) {
            tools.add(
                    all.get(i), "tools[%d]".formatted(i), model.search() && (model.searchWithTools() || !hasFunctions));
        }
        return tools;
    }

    /// Gemini's `tools`; null when there are none.
    @Nullable
    String json() {
        return declared.json();
    }

    /// Gemini's `toolConfig`; null leaves it to the model.
    @Nullable
    String config(MessagesRequest.@Nullable ToolPick pick) {
        return switch (pick == null ? "auto" : pick.type()) {
            case "auto" -> null;
            case "none" -> declared.isEmpty() ? null : mode("NONE", List.of());
            case "any" -> declared.hasFunctions() ? mode("ANY", List.of()) : null;
            case "tool" -> one(pick == null ? null : pick.name());
            case null -> throw Invalid.missing("tool_choice.type");
            default -> throw Invalid.value("tool_choice.type", "'tool_choice.type' must be auto, any, tool or none");
        };
    }

    private @Nullable String one(@Nullable String name) {
        if (name == null) {
            throw Invalid.missing("tool_choice.name");
        }
        if (declared.declares(name)) {
            return mode("ANY", List.of(names.gemini(name)));
        }
        if (servers.contains(name)) {
            return null; // Google's own tools cannot be forced; a model that has but one uses it
        }
        throw Invalid.value("tool_choice.name", "'tool_choice.name' names a tool that the request does not declare");
    }

    private static String mode(String mode, List<String> allowed) {
        return DeclaredTools.config(mode, allowed).toString();
    }

    private static boolean isFunction(Tool tool) {
        return tool.type() == null || tool.type().equals("custom") || hasSchema(tool);
    }

    private static boolean hasSchema(Tool tool) {
        return tool.inputSchema() != null && JsonValue.parse(tool.inputSchema()) instanceof JsonValue.Members;
    }

    private void add(Tool tool, String path, boolean takesGoogles) {
        if (isFunction(tool)) {
            declared.function(tool.name(), tool.description(), tool.inputSchema(), path, "input_schema");
            return;
        }
        var type = String.valueOf(tool.type());
        if (tool.name() != null) {
            servers.add(tool.name());
        }
        AT_GOOGLE.entrySet().stream()
                .filter(known -> takesGoogles && type.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .ifPresentOrElse(declared::builtIn, () -> dropped.add(path));
    }
}
