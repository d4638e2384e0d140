package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.FunctionSchema;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/// `response_format`: text, any JSON, or JSON by a schema. Gemini keeps to a schema by itself, so `strict` needs no
/// word.
final class ResponseShape {
    private static final String FIELD = "response_format";

    private ResponseShape() {}

    static void write(ChatRequest request, boolean withTools, Capabilities model, GenerationDraft draft) {
        var format = request.responseFormat();
        switch (format == null || format.type() == null ? "text" : format.type()) {
            case "text" -> {} // Gemini's default
            case "json_object" -> json(withTools, model, draft);
            case "json_schema" -> {
                json(withTools, model, draft);
                draft.set("responseJsonSchema", schema(format == null ? null : format.jsonSchema()));
            }
            default ->
                throw Invalid.value(FIELD + ".type", "'response_format.type' must be text, json_object or json_schema");
        }
    }

    private static void json(boolean withTools, Capabilities model, GenerationDraft draft) {
        if (!model.json()) {
            throw Invalid.unsupported(FIELD, "'response_format': this model gives no JSON");
        }
        if (withTools && !model.jsonWithTools()) {
            throw Invalid.unsupported(FIELD, "'response_format': this model gives no JSON while it has tools");
        }
        draft.set("responseMimeType", "application/json");
    }

    private static JsonValue schema(ChatRequest.@Nullable NamedSchema named) {
        if (named == null) {
            throw Invalid.missing(FIELD + ".json_schema");
        }
        if (named.schema() == null) {
            throw Invalid.missing(FIELD + ".json_schema.schema");
        }
        if (!(parsed(named.schema()) instanceof JsonValue.Members schema)) {
            throw Invalid.value(
                    FIELD + ".json_schema.schema", "'response_format.json_schema.schema' must be an object");
        }
        var clean = FunctionSchema.of(schema);
        return named.description() == null || clean.has("description")
                ? clean
                : clean.with("description", JsonValue.of(named.description()));
    }

    private static JsonValue parsed(String json) {
        try {
            return JsonValue.parse(json);
        } catch (MalformedJsonException e) {
            throw Invalid.value(FIELD, "'response_format' is not valid JSON: " + e.reason());
        }
    }
}
