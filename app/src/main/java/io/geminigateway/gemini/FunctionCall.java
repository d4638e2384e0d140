package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The model asks for a tool; `args` is a JSON object, absent when empty. Vertex AI may tell the arguments in
/// pieces: then the first part has the name, and the call `willContinue`.
@Json
public record FunctionCall(
        @Nullable String id,
        @Nullable String name,
        @Json.Raw @Nullable String args,
        @Nullable List<Piece> partialArgs,
        @Nullable Boolean willContinue) {

    /// What stands at one place of the arguments, or goes on there.
    @Json
    public record Piece(
            @Nullable String jsonPath,
            @Nullable String stringValue,
            @Json.Raw @Nullable String numberValue,
            @Nullable Boolean boolValue,
            @Nullable Boolean willContinue) {}

    public static FunctionCall of(@Nullable String id, String name, @Nullable String args) {
        return new FunctionCall(id, name, args, null, null);
    }

    List<Piece> pieces() {
        return partialArgs == null ? List.of() : partialArgs;
    }

    boolean isCut() {
        return Boolean.TRUE.equals(willContinue);
    }
}
