package io.geminigateway.openai.responses;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the parameters of a chat are called here: who is told what is wrong must find it in what was sent.
record ParamNames(List<String> messages, List<String> tools) {
    private static final Pattern INDEXED =
            Pattern.compile("(messages|tools)\\[(\\d{1,6})](\\.(?:function|custom)\\b)?");

    /// Longer names first.
    private static final List<Map.Entry<String, String>> NAMES = List.of(
            Map.entry("messages[].tool_calls", "input[].function_call"),
            Map.entry("messages[].tool_call_id", "input[].function_call_output"),
            Map.entry("response_format.json_schema", "text.format"),
            Map.entry("response_format", "text.format"),
            Map.entry("max_completion_tokens", "max_output_tokens"),
            Map.entry("reasoning_effort", "reasoning.effort"),
            Map.entry("tool_choice.allowed_tools", "tool_choice"),
            Map.entry("tool_choice.function", "tool_choice"),
            Map.entry("image_url.url", "image_url"),
            Map.entry(".file.", "."),
            Map.entry("'messages'", "'input'"));

    /// Passes on what the reading of a chat gives, or its refusal in the words of this API.
    <T> T spoken(Supplier<T> chat) {
        try {
            return chat.get();
        } catch (GatewayException refused) {
            if (!(refused.failure() instanceof Failure.InvalidRequest(var message, var param, var code))) {
                throw refused;
            }
            throw new Failure.InvalidRequest(ours(message), param(param), code).asException();
        }
    }

    private @Nullable String param(@Nullable String param) {
        if (param == null) {
            return null;
        }
        return param.equals("messages") ? "input" : ours(param);
    }

    /// A text that names parameters.
    String ours(String text) {
        var renamed = INDEXED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(place(found)));
        for (var name : NAMES) {
            renamed = renamed.replace(name.getKey(), name.getValue());
        }
        return renamed;
    }

    private String place(MatchResult found) {
        var isMessage = found.group(1).equals("messages");
        var places = isMessage ? messages : tools;
        var index = Integer.parseInt(found.group(2));
        if (index >= places.size()) {
            return found.group();
        }
        return places.get(index) + (isMessage && found.group(3) != null ? found.group(3) : "");
    }
}
