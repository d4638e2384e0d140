package io.geminigateway.openai.chat;

import io.geminigateway.gemini.FunctionCall;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.gemini.MalformedJsonException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tool that takes free text is, to Gemini, a function of one string.
public final class CustomTools {
    private static final String INPUT = "input";

    static final Members PARAMETERS = Members.NONE
            .with("type", JsonValue.of("object"))
            .with("properties", Members.NONE.with(INPUT, Members.NONE.with("type", JsonValue.of("string"))))
            .with("required", new JsonValue.Elements(List.of(JsonValue.of(INPUT))));

    private CustomTools() {}

    /// What the tool is for; a grammar that its input must follow can only be told in words.
    static @Nullable String description(ChatTool.Custom tool) {
        var format = tool.format() == null
                ? Members.NONE
                : JsonValue.parse(tool.format()).asObject().orElse(Members.NONE);
        if (!(format.get("grammar") instanceof Members grammar)
                || !(grammar.get("definition") instanceof JsonValue.Text definition)) {
            return tool.description();
        }
        var words = "The input must follow this grammar:\n" + definition.value();
        return tool.description() == null ? words : tool.description() + "\n\n" + words;
    }

    static String arguments(@Nullable String input) {
        return Members.NONE
                .with(INPUT, JsonValue.of(input == null ? "" : input))
                .toString();
    }

    /// What was put in; all arguments where the model made up its own.
    public static String input(FunctionCall call) {
        if (call.args() == null) {
            return "";
        }
        try {
            return JsonValue.parse(call.args())
                    .asObject()
                    .map(args -> args.get(INPUT))
                    .flatMap(JsonValue::asText)
                    .orElse(call.args());
        } catch (MalformedJsonException asItIs) {
            return call.args();
        }
    }
}
