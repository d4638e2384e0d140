package io.geminigateway.openai.chat;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.FunctionSchema;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tools of a request, as Gemini declares them. Read once per request, in the order of the client's list.
final class Tools {
    private static final int MAX_FUNCTIONS = 512;

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

    private final ToolNames names;
    private final Map<String, JsonValue> functions = new LinkedHashMap<>();
    private final Map<String, JsonValue> builtIn = new LinkedHashMap<>();
    private final List<String> custom = new ArrayList<>();
    private final boolean isOldStyle;

    private Tools(ToolNames names, boolean isOldStyle) {
        this.names = names;
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
        return functions.isEmpty() && builtIn.isEmpty();
    }

    /// Whether calls are to be told the way they were before there were tools.
    boolean isOldStyle() {
        return isOldStyle && !functions.isEmpty();
    }

    /// Whether there is such a function, by the client's name for it.
    boolean declares(String name) {
        return functions.containsKey(name);
    }

    boolean isCustom(String name) {
        return custom.contains(name);
    }

    /// Gemini's `tools`; null when there are none. All functions go into one entry.
    @Nullable
    String json() {
        var entries = new ArrayList<JsonValue>();
        if (!functions.isEmpty()) {
            entries.add(
                    Members.NONE.with("functionDeclarations", new JsonValue.Elements(List.copyOf(functions.values()))));
        }
        builtIn.forEach((name, settings) -> entries.add(Members.NONE.with(name, settings)));
        return entries.isEmpty() ? null : new JsonValue.Elements(entries).toString();
    }

    private void add(ChatTool tool, String path) {
        var type = tool.type() == null ? "function" : tool.type();
        var google = BUILT_IN.get(type);
        if (google != null) {
            builtIn.put(google, Members.NONE);
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
            default -> throw invalid(path + ".type", "'%s.type' is not a type of tool that we know".formatted(path));
        }
    }

    private void add(ChatFunction function, String path) {
        declare(
                function.name(),
                function.description(),
                parameters(function.parameters(), path + ".parameters").flatMap(FunctionSchema::ofArguments),
                path);
    }

    /// Gemini has no tools that take free text: it is asked for one string.
    private void add(ChatTool.@Nullable Custom tool, String path) {
        var name = tool == null ? null : tool.name();
        declare(name, tool == null ? null : CustomTools.description(tool), Optional.of(CustomTools.PARAMETERS), path);
        custom.add(String.valueOf(name));
    }

    private void declare(
            @Nullable String name, @Nullable String description, Optional<Members> parameters, String path) {
        if (name == null || name.isEmpty()) {
            throw new Failure.InvalidRequest(
                            "'%s.name' is missing".formatted(path), path + ".name", "missing_required_parameter")
                    .asException();
        }
        if (declares(name)) {
            throw invalid(path + ".name", "'%s.name' names a function a second time".formatted(path));
        }
        if (functions.size() == MAX_FUNCTIONS) {
            throw invalid(path, "'%s' is one too many: Gemini takes %d functions".formatted(path, MAX_FUNCTIONS));
        }
        var declaration = new LinkedHashMap<String, JsonValue>();
        declaration.put("name", JsonValue.of(names.gemini(name)));
        if (description != null && !description.isEmpty()) {
            declaration.put("description", JsonValue.of(description));
        }
        parameters.ifPresent(schema -> declaration.put("parametersJsonSchema", schema));
        functions.put(name, new Members(declaration));
    }

    private static Optional<Members> parameters(@Nullable String json, String path) {
        return switch (json == null ? JsonValue.Null.NULL : JsonValue.parse(json)) {
            case Members schema -> Optional.of(schema);
            case JsonValue.Null _ -> Optional.empty();
            default -> throw invalid(path, "'%s' must be a JSON Schema: an object".formatted(path));
        };
    }

    private static GatewayException invalid(String path, String message) {
        return new Failure.InvalidRequest(message, path, "invalid_value").asException();
    }
}
