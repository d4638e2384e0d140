package io.geminigateway.openai.chat;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.gemini.ToolNames;
import io.geminigateway.prompt.DeclaredTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which tools the model may or must use, in Gemini's words.
final class ToolChoice {
    private final Tools tools;
    private final ToolNames names;
    private final String path;

    private ToolChoice(Tools tools, ToolNames names, String path) {
        this.tools = tools;
        this.names = names;
        this.path = path;
    }

    /// Gemini's `toolConfig`; null leaves it to the model.
    static @Nullable String json(ChatRequest request, Tools tools, ToolNames names) {
        return config(request, tools, names).map(Object::toString).orElse(null);
    }

    private static Optional<Members> config(ChatRequest request, Tools tools, ToolNames names) {
        if (request.toolChoice() != null) {
            return new ToolChoice(tools, names, "tool_choice").choice(JsonValue.parse(request.toolChoice()));
        }
        if (request.functionCall() != null) {
            return new ToolChoice(tools, names, "function_call").choice(JsonValue.parse(request.functionCall()));
        }
        return Optional.empty();
    }

    private Optional<Members> choice(JsonValue choice) {
        return switch (choice) {
            case JsonValue.Null _ -> Optional.empty();
            case JsonValue.Text word -> word(word.value());
            case Members object -> object(object);
            default -> throw invalid(path, "'%s' must be a string or an object".formatted(path));
        };
    }

    private Optional<Members> word(String word) {
        return switch (word) {
            case "auto" -> Optional.empty();
            case "none" -> tools.isEmpty() ? Optional.empty() : Optional.of(mode("NONE", List.of()));
            case "required", "any" -> Optional.of(mode("ANY", List.of()));
            default -> throw invalid(path, "'%s' must be none, auto, required or an object".formatted(path));
        };
    }

    private Optional<Members> object(Members choice) {
        return switch (text(choice, "type").orElse("function")) {
            case "function" -> Optional.of(mode("ANY", List.of(name(choice, "function", path))));
            case "custom" -> Optional.of(mode("ANY", List.of(name(choice, "custom", path))));
            case "allowed_tools" -> Optional.of(allowed(choice));
            case "auto", "none", "required", "any" -> word(text(choice, "type").orElseThrow());
            default -> throw invalid(path + ".type", "'%s.type' is not one that we know".formatted(path));
        };
    }

    /// Where the model is free to call none, Gemini takes names in the mode that checks calls.
    private Members allowed(Members choice) {
        var inner = choice.get("allowed_tools") instanceof Members members ? members : choice;
        var at = path + ".allowed_tools";
        if (!(inner.get("tools") instanceof JsonValue.Elements(var elements)) || elements.isEmpty()) {
            throw invalid(at + ".tools", "'%s.tools' must name at least one tool".formatted(at));
        }
        var allowed = new ArrayList<String>();
        for (var i = 0; i < elements.size(); i++) {
            var tool = elements.get(i).asObject().orElse(Members.NONE);
            allowed.add(name(tool, text(tool, "type").orElse("function"), "%s.tools[%d]".formatted(at, i)));
        }
        return switch (text(inner, "mode").orElse("auto")) {
            case "auto" -> mode("VALIDATED", allowed);
            case "required" -> mode("ANY", allowed);
            default -> throw invalid(at + ".mode", "'%s.mode' must be auto or required".formatted(at));
        };
    }

    private String name(Members holder, String kind, String at) {
        var nested = holder.get(kind) instanceof Members;
        var inner = holder.get(kind) instanceof Members members ? members : holder;
        var where = nested ? "%s.%s.name".formatted(at, kind) : at + ".name";
        var name = text(inner, "name").orElseThrow(() -> invalid(where, "'%s' is missing".formatted(where)));
        if (!tools.declares(name)) {
            throw invalid(where, "'%s' names a tool that the request does not declare".formatted(where));
        }
        return names.gemini(name);
    }

    private Members mode(String mode, List<String> allowed) {
        if (tools.isEmpty()) {
            throw invalid(path, "'%s' asks for tools, but the request declares none".formatted(path));
        }
        return DeclaredTools.config(mode, allowed);
    }

    private static Optional<String> text(Members object, String name) {
        return Optional.ofNullable(object.get(name)).flatMap(JsonValue::asText);
    }

    private static GatewayException invalid(String path, String message) {
        return new Failure.InvalidRequest(message, path, "invalid_value").asException();
    }
}
