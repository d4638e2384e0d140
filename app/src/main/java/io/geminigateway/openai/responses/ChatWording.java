package io.geminigateway.openai.responses;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.openai.chat.ChatRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request in the words of a chat.
final class ChatWording {
    private static final String SHOWN = "{\"enabled\":true}";

    private ChatWording() {}

    static ChatRequest of(ResponsesRequest request, Transcript transcript, ToolBox tools) {
        var wish = new ToolWish(Optional.ofNullable(request.toolChoice()).map(JsonValue::parse), tools);
        var text = request.text();
        var reasoning = request.reasoning();
        var chances = wantsChances(request);
        return new ChatRequest(
                request.model(),
                transcript.messages(),
                request.stream(),
                null, // usage is always told
                null, // the newer name of the limit is the one below
                request.maxOutputTokens(),
                request.temperature(),
                request.topP(),
                null, // top_k, a seed, several answers and stops are things of chats
                null,
                null,
                null,
                text == null ? null : format(text),
                request.promptCacheKey(),
                request.user(),
                request.safetyIdentifier(),
                null, // penalties too
                null,
                chances ? true : null,
                chances ? request.topLogprobs() : null,
                null,
                reasoning == null ? null : reasoning.effort(),
                wantsSummary(reasoning) ? SHOWN : null,
                null, // how other providers' clients switch thinking on and off
                null,
                null,
                text == null ? null : text.verbosity(),
                null,
                null, // the model gives what it can give
                null,
                null,
                request.serviceTier(),
                request.extraBody(),
                request.google(),
                tools.tools(),
                wish.inChat().map(Object::toString).orElse(null),
                request.parallelToolCalls(),
                null, // what tools were before there were tools
                null);
    }

    private static boolean wantsChances(ResponsesRequest request) {
        return request.includes("message.output_text.logprobs")
                || (request.topLogprobs() != null && request.topLogprobs() > 0);
    }

    private static boolean wantsSummary(ResponsesRequest.@Nullable Reasoning reasoning) {
        return reasoning != null && (reasoning.summary() != null || reasoning.generateSummary() != null);
    }

    private static ChatRequest.@Nullable ResponseFormat format(ResponsesRequest.Text text) {
        var json = Optional.ofNullable(text.format()).map(JsonValue::parse).flatMap(JsonValue::asObject);
        return json.map(members -> new InputItem(members, "text.format"))
                .map(format -> new ChatRequest.ResponseFormat(
                        format.text("type").orElse("text"),
                        new ChatRequest.NamedSchema(format.text("description").orElse(null), schema(format))))
                .orElse(null);
    }

    private static @Nullable String schema(InputItem format) {
        var schema = format.value("schema");
        return schema == JsonValue.Null.NULL ? null : schema.toString();
    }
}
