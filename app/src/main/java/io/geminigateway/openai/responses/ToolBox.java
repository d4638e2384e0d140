package io.geminigateway.openai.responses;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.openai.OpenAiRequests;
import io.geminigateway.openai.chat.ChatFunction;
import io.geminigateway.openai.chat.ChatTool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tools of a request, as a chat's: namespaces are flattened, and what Gemini has no counterpart for is left out.
final class ToolBox {
    /// Where a function came from: a namespace, and its name there.
    record Origin(String namespace, String name) {}

    private final Capabilities model;
    private final List<ChatTool> tools = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Map<String, Origin> origins = new HashMap<>();
    private @Nullable InputItem search;

    private ToolBox(Capabilities model) {
        this.model = model;
    }

    /// `json` is the list of tools, or null; nothing is searched for where `mayUse` is false.
    static ToolBox of(JsonValue json, boolean mayUse, Capabilities model) {
        var box = new ToolBox(model);
        switch (json) {
            case JsonValue.Null _ -> {}
            case JsonValue.Elements(var elements) -> {
                for (var i = 0; i < elements.size(); i++) {
                    var path = "tools[%d]".formatted(i);
                    box.add(new InputItem(object(elements.get(i), path), path), "");
                }
            }
            default -> throw OpenAiRequests.invalid("tools", "'tools' must be an array");
        }
        box.addSearch(mayUse);
        return box;
    }

    List<ChatTool> tools() {
        return tools;
    }

    /// Where each of them stood in the request.
    List<String> paths() {
        return paths;
    }

    /// What has no effect.
    List<String> leftOut() {
        return leftOut;
    }

    /// Whether the answer may be searched for.
    boolean searches() {
        return search != null && tools.stream().anyMatch(tool -> "web_search".equals(tool.type()));
    }

    /// The name under which the model knows a function of a namespace; without a namespace, its own.
    String flatName(String namespace, String name) {
        return namespace.isEmpty() ? name : namespace + "__" + name;
    }

    /// The way back.
    Origin origin(String flatName) {
        return origins.getOrDefault(flatName, new Origin("", flatName));
    }

    /// Whether a tool takes free text, by its flat name.
    boolean isCustom(String flatName) {
        return tools.stream()
                .anyMatch(tool ->
                        tool.custom() != null && flatName.equals(tool.custom().name()));
    }

    private void add(InputItem tool, String namespace) {
        switch (tool.text("type").orElse("function")) {
            case "function" -> function(tool, namespace);
            case "custom" -> custom(tool, namespace);
            case "namespace" -> namespace(tool);
            case String type when type.startsWith("web_search") -> search = tool;
            default -> leftOut.add(tool.path());
        }
    }

    private void namespace(InputItem tool) {
        var name = tool.required("name");
        if (tool.value("tools") instanceof JsonValue.Elements(var elements)) {
            for (var i = 0; i < elements.size(); i++) {
                var path = "%s.tools[%d]".formatted(tool.path(), i);
                add(new InputItem(object(elements.get(i), path), path), name);
            }
        }
    }

    /// Some wrap it, as chats do.
    private void function(InputItem tool, String namespace) {
        var inner = tool.value("function") instanceof Members wrapped
                ? new InputItem(wrapped, tool.path() + ".function")
                : tool;
        var parameters = inner.value("parameters");
        var function = new ChatFunction(
                declared(inner, namespace),
                inner.text("description").orElse(null),
                parameters == JsonValue.Null.NULL ? null : parameters.toString());
        add(new ChatTool("function", function, null, null, null, null), tool);
    }

    private void custom(InputItem tool, String namespace) {
        var custom = new ChatTool.Custom(
                declared(tool, namespace), tool.text("description").orElse(null), format(tool));
        add(new ChatTool("custom", null, custom, null, null, null), tool);
    }

    /// Chats wrap a grammar once more.
    private static @Nullable String format(InputItem tool) {
        return switch (tool.value("format")) {
            case Members format
            when format.has("definition") ->
                Members.NONE.with("grammar", format).toString();
            case Members format -> format.toString();
            default -> null;
        };
    }

    private String declared(InputItem tool, String namespace) {
        var name = tool.required("name");
        if (!namespace.isEmpty()) {
            origins.put(flatName(namespace, name), new Origin(namespace, name));
        }
        return flatName(namespace, name);
    }

    private void add(ChatTool tool, InputItem at) {
        tools.add(tool);
        paths.add(at.path());
    }

    /// Agents name the search though nobody asked for it: it must not be in the way of what was asked for. A search
    /// that
    /// may not leave the index is none that Google has.
    private void addSearch(boolean mayUse) {
        if (search == null) {
            return;
        }
        var isOffline = search.value("external_web_access").equals(JsonValue.of(false));
        var isInTheWay = !tools.isEmpty() && !(model.search() && model.searchWithTools());
        if (!mayUse || isOffline || isInTheWay) {
            leftOut.add(search.path());
            return;
        }
        for (var option : List.of("filters", "user_location", "search_context_size")) {
            if (search.value(option) != JsonValue.Null.NULL) {
                leftOut.add(search.path() + "." + option);
            }
        }
        add(new ChatTool("web_search", null, null, null, null, null), search);
    }

    private static Members object(JsonValue json, String path) {
        return json.asObject()
                .orElseThrow(() -> OpenAiRequests.invalid(path, "'%s' must be an object".formatted(path)));
    }
}
