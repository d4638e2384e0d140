package io.geminigateway.openai.chat;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MalformedJsonException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where clients and other gateways keep the signatures of Gemini. What cannot be one is not found.
final class SignatureCarriers {
    /// Some hide it in the id of the call.
    private static final Pattern ID = Pattern.compile("(.+?)__(?:thought|sig)__(.+)");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}={0,2}");

    private SignatureCarriers() {}

    /// The id of a call without what others have hidden in it.
    static String id(String spoken) {
        var hidden = ID.matcher(spoken);
        return hidden.matches() ? hidden.group(1) : spoken;
    }

    /// The signature that came with a call of this message.
    static Optional<String> ofCall(ChatToolCall call, ChatMessage message) {
        var function = call.function();
        return first(List.of(
                google(call.extraContent()),
                field(call.providerSpecificFields()),
                text(call.thoughtSignature()),
                function == null ? Optional.empty() : google(function.extraContent()),
                function == null ? Optional.empty() : field(function.providerSpecificFields()),
                function == null ? Optional.empty() : text(function.thoughtSignature()),
                call.id() == null ? Optional.empty() : hidden(call.id()),
                call.id() == null ? Optional.empty() : encrypted(message.reasoningDetails(), call.id())));
    }

    /// The signature that came with the message itself.
    static Optional<String> ofMessage(ChatMessage message) {
        if (message.extraContent() == null
                && message.providerSpecificFields() == null
                && message.thoughtSignature() == null
                && message.reasoningDetails() == null) {
            return Optional.empty(); // nearly every message of a long history
        }
        return first(List.of(
                google(message.extraContent()),
                field(message.providerSpecificFields()),
                listed(message.providerSpecificFields()),
                text(message.thoughtSignature()),
                encrypted(message.reasoningDetails(), null)));
    }

    private static Optional<String> first(List<Optional<String>> carriers) {
        return carriers.stream()
                .flatMap(Optional::stream)
                .filter(text -> BASE64.matcher(text).matches())
                .findFirst();
    }

    /// Google's own way: `extra_content.google.thought_signature`.
    private static Optional<String> google(@Nullable String extraContent) {
        return object(extraContent).map(extra -> extra.get("google")).flatMap(SignatureCarriers::signature);
    }

    private static Optional<String> field(@Nullable String fields) {
        return object(fields).flatMap(SignatureCarriers::signature);
    }

    private static Optional<String> listed(@Nullable String fields) {
        return object(fields)
                .map(members -> members.get("thought_signatures"))
                .flatMap(list -> elements(list).stream().findFirst())
                .flatMap(JsonValue::asText);
    }

    private static Optional<String> signature(JsonValue holder) {
        return holder.asObject()
                .flatMap(members -> Stream.of("thought_signature", "thoughtSignature")
                        .map(members::get)
                        .flatMap(Stream::ofNullable)
                        .findFirst())
                .flatMap(JsonValue::asText);
    }

    private static Optional<String> hidden(String id) {
        var matcher = ID.matcher(id);
        return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    /// `reasoning_details`: entries of any model's; those of a call name its id.
    private static Optional<String> encrypted(@Nullable String details, @Nullable String id) {
        return parsed(details).stream()
                .flatMap(list -> elements(list).stream())
                .flatMap(entry -> entry.asObject().stream())
                .filter(entry -> text(entry, "type").orElse("").equals("reasoning.encrypted"))
                .filter(entry -> text(entry, "format").orElse("google").startsWith("google"))
                .filter(entry -> text(entry, "id").equals(Optional.ofNullable(id)))
                .flatMap(entry -> text(entry, "data").stream())
                .findFirst();
    }

    private static Optional<String> text(JsonValue.Members object, String name) {
        return Optional.ofNullable(object.get(name)).flatMap(JsonValue::asText);
    }

    private static Optional<String> text(@Nullable String json) {
        return parsed(json).flatMap(JsonValue::asText);
    }

    private static Optional<JsonValue.Members> object(@Nullable String json) {
        return parsed(json).flatMap(JsonValue::asObject);
    }

    private static List<JsonValue> elements(JsonValue list) {
        return list instanceof JsonValue.Elements(var elements) ? elements : List.of();
    }

    /// It was read once as part of the request, so it is JSON.
    private static Optional<JsonValue> parsed(@Nullable String json) {
        try {
            return json == null ? Optional.empty() : Optional.of(JsonValue.parse(json));
        } catch (MalformedJsonException tooDeep) {
            return Optional.empty();
        }
    }
}
