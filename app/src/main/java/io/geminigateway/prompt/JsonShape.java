package io.geminigateway.prompt;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.FunctionSchema;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/// An answer that is to be JSON, whichever or by a schema. Gemini keeps to a schema by itself, so `strict` needs no
/// word. `field` is where the client asks for it.
public record JsonShape(String field) {
    /// Any JSON.
    public void write(boolean withTools, Capabilities model, GenerationDraft draft) {
        if (!model.json()) {
            throw Invalid.unsupported(field, "'%s': this model gives no JSON".formatted(field));
        }
        if (withTools && !model.jsonWithTools()) {
            throw Invalid.unsupported(field, "'%s': this model gives no JSON while it has tools".formatted(field));
        }
        draft.set("responseMimeType", "application/json");
    }

    /// The schema at this path as Gemini takes it.
    public JsonValue schema(@Nullable String json, @Nullable String description, String path) {
        if (json == null) {
            throw Invalid.missing(path);
        }
        if (!(parsed(json) instanceof JsonValue.Members schema)) {
            throw Invalid.value(path, "'%s' must be an object".formatted(path));
        }
        var clean = FunctionSchema.of(schema);
        return description == null || clean.has("description")
                ? clean
                : clean.with("description", JsonValue.of(description));
    }

    private JsonValue parsed(String json) {
        try {
            return JsonValue.parse(json);
        } catch (MalformedJsonException e) {
            throw Invalid.value(field, "'%s' is not valid JSON: ".formatted(field) + e.reason());
        }
    }
}
