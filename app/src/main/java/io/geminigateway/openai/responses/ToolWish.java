package io.geminigateway.openai.responses;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.openai.OpenAiRequests;
import java.util.List;
import java.util.Optional;

/// `tool_choice`: which tools the model may or must use, in the words of a chat.
record ToolWish(Optional<JsonValue> spoken, ToolBox tools) {
    private static final String PATH = "tool_choice";

    static boolean isNone(JsonValue spoken) {
        return spoken.equals(JsonValue.of("none"));
    }

    /// Nothing where the model is free to choose.
    Optional<JsonValue> inChat() {
        return spoken.flatMap(
                choice -> choice instanceof Members object ? object(new InputItem(object, PATH)) : Optional.of(choice));
    }

    private Optional<JsonValue> object(InputItem choice) {
        return switch (choice.text("type").orElse("function")) {
            case "function", "custom" -> Optional.of(named(choice));
            case "allowed_tools" -> Optional.of(allowed(choice));
            case "auto", "none", "required", "any" -> Optional.of(choice.value("type"));
            case String type when type.startsWith("web_search") && tools.searches() -> Optional.empty();
            case String type ->
                throw OpenAiRequests.unsupported(
                        PATH, "'tool_choice': tools of the type '%s' cannot be forced here".formatted(shown(type)));
        };
    }

    private JsonValue named(InputItem choice) {
        var inner = choice.value("function") instanceof Members wrapped
                ? new InputItem(wrapped, PATH + ".function")
                : choice;
        var name = tools.flatName(choice.text("namespace").orElse(""), inner.required("name"));
        return Members.NONE
                .with("type", JsonValue.of("function"))
                .with("function", Members.NONE.with("name", JsonValue.of(name)));
    }

    /// Tools that Google runs are never forbidden.
    private JsonValue allowed(InputItem choice) {
        var named = choice.value("tools") instanceof JsonValue.Elements(var elements)
                ? elements.stream()
                        .flatMap(tool -> tool.asObject().stream())
                        .map(tool -> new InputItem(tool, PATH + ".tools"))
                        .filter(tool -> List.of("function", "custom")
                                .contains(tool.text("type").orElse("function")))
                        .map(this::named)
                        .toList()
                : List.<JsonValue>of();
        return Members.NONE
                .with("type", JsonValue.of("allowed_tools"))
                .with(
                        "allowed_tools",
                        Members.NONE
                                .with("mode", JsonValue.of(choice.text("mode").orElse("auto")))
                                .with("tools", new JsonValue.Elements(named)));
    }

    private static String shown(String type) {
        return type.length() > 64 ? type.substring(0, 64) + "..." : type;
    }
}
