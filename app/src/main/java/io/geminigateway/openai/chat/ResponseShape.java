package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.JsonShape;

/// `response_format`: text, any JSON, or JSON by a schema.
final class ResponseShape {
    private static final String FIELD = "response_format";
    private static final JsonShape JSON = new JsonShape(FIELD);

    private ResponseShape() {}

    static void write(ChatRequest request, boolean withTools, Capabilities model, GenerationDraft draft) {
        var format = request.responseFormat();
        switch (format == null || format.type() == null ? "text" : format.type()) {
            case "text" -> {} // Gemini's default
            case "json_object" -> JSON.write(withTools, model, draft);
            case "json_schema" -> {
                JSON.write(withTools, model, draft);
                var named = format == null ? null : format.jsonSchema();
                if (named == null) {
                    throw Invalid.missing(FIELD + ".json_schema");
                }
                draft.set(
                        "responseJsonSchema",
                        JSON.schema(named.schema(), named.description(), FIELD + ".json_schema.schema"));
            }
            default ->
                throw Invalid.value(FIELD + ".type", "'response_format.type' must be text, json_object or json_schema");
        }
    }
}
