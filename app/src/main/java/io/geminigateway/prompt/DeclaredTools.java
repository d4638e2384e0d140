package io.geminigateway.prompt;

import io.geminigateway.gemini.FunctionSchema;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.gemini.ToolNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tools of a request, as Gemini declares them: functions of the client's, and tools that Google runs itself. In
/// the order of the client's list.
public final class DeclaredTools {
    private static final int MAX_FUNCTIONS = 512;

    private final ToolNames names;
    private final Map<String, JsonValue> functions = new LinkedHashMap<>();
    private final Map<String, JsonValue> builtIn = new LinkedHashMap<>();

    public DeclaredTools(ToolNames names) {
        this.names = names;
    }

    public boolean isEmpty() {
        return functions.isEmpty() && builtIn.isEmpty();
    }

    public boolean hasFunctions() {
        return !functions.isEmpty();
    }

    /// Whether there is such a function, by the client's name for it.
    public boolean declares(String name) {
        return functions.containsKey(name);
    }

    /// Gemini's `tools`; null when there are none. All functions go into one entry.
    public @Nullable String json() {
        var entries = new ArrayList<JsonValue>();
        if (!functions.isEmpty()) {
            entries.add(
                    Members.NONE.with("functionDeclarations", new JsonValue.Elements(List.copyOf(functions.values()))));
        }
        builtIn.forEach((name, settings) -> entries.add(Members.NONE.with(name, settings)));
        return entries.isEmpty() ? null : new JsonValue.Elements(entries).toString();
    }

    /// Declares a tool of Google's own, by Google's name for it.
    public void builtIn(String google) {
        builtIn.put(google, Members.NONE);
    }

    /// Declares a function. `schema` is that of its arguments as the client sent it, at `path.schemaName`.
    public void function(
            @Nullable String name,
            @Nullable String description,
            @Nullable String schema,
            String path,
            String schemaName) {
        function(name, description, parameters(schema, path + "." + schemaName), path);
    }

    /// Declares a function with these arguments.
    public void function(
            @Nullable String name, @Nullable String description, Optional<Members> parameters, String path) {
        if (name == null || name.isEmpty()) {
            throw Invalid.missing(path + ".name");
        }
        if (declares(name)) {
            throw Invalid.value(path + ".name", "'%s.name' names a function a second time".formatted(path));
        }
        if (functions.size() == MAX_FUNCTIONS) {
            throw Invalid.value(path, "'%s' is one too many: Gemini takes %d functions".formatted(path, MAX_FUNCTIONS));
        }
        var declaration = new LinkedHashMap<String, JsonValue>();
        declaration.put("name", JsonValue.of(names.gemini(name)));
        if (description != null && !description.isEmpty()) {
            declaration.put("description", JsonValue.of(description));
        }
        parameters.ifPresent(schema -> declaration.put("parametersJsonSchema", schema));
        functions.put(name, new Members(declaration));
    }

    /// Gemini's `toolConfig`: a mode, and the functions that it is about, in Gemini's spelling; none for all.
    public static Members config(String mode, List<String> allowed) {
        var config = Members.NONE.with("mode", JsonValue.of(mode));
        return Members.NONE.with(
                "functionCallingConfig",
                allowed.isEmpty()
                        ? config
                        : config.with(
                                "allowedFunctionNames",
                                new JsonValue.Elements(
                                        allowed.stream().map(JsonValue::of).toList())));
    }

    private static Optional<Members> parameters(@Nullable String json, String path) {
        return switch (json == null ? JsonValue.Null.NULL : JsonValue.parse(json)) {
            case Members schema -> FunctionSchema.ofArguments(schema);
            case JsonValue.Null _ -> Optional.empty();
            default -> throw Invalid.value(path, "'%s' must be a JSON Schema: an object".formatted(path));
        };
    }
}
