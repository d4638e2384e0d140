package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// One piece of a turn: exactly one of the data fields is set. `thought` marks a summary of thinking, never
/// answer text; `thoughtSignature` is opaque and belongs to this very part.
@Json
public record Part(
        @Nullable String text,
        @Nullable Boolean thought,
        @Nullable String thoughtSignature,
        @Nullable Blob inlineData,
        @Json.Raw @Nullable String fileData,
        @Nullable FunctionCall functionCall,
        @Nullable FunctionResponse functionResponse,
        @Json.Raw @Nullable String executableCode,
        @Json.Raw @Nullable String codeExecutionResult,
        @Json.Raw @Nullable String mediaResolution) {

    public static Part ofText(String text) {
        return new Part(text, null, null, null, null, null, null, null, null, null);
    }

    public static Part ofCall(FunctionCall call) {
        return new Part(null, null, null, null, null, call, null, null, null, null);
    }

    public static Part ofResult(FunctionResponse response) {
        return new Part(null, null, null, null, null, null, response, null, null, null);
    }

    /// `resolution` is Gemini's word for how closely to look, if it is to be said.
    public static Part ofMedia(Blob blob, @Nullable String resolution) {
        return new Part(null, null, null, blob, null, null, null, null, null, level(resolution));
    }

    /// `file` is the whole [fileData][#fileData], as JSON.
    public static Part ofFile(String file, @Nullable String resolution) {
        return new Part(null, null, null, null, file, null, null, null, null, level(resolution));
    }

    /// Of a medium that is part of a tool's result, Google is not told how closely to look.
    public Part withoutResolution() {
        return inlineData != null ? ofMedia(inlineData, null) : ofFile(String.valueOf(fileData), null);
    }

    private static @Nullable String level(@Nullable String resolution) {
        return resolution == null ? null : "{\"level\":\"%s\"}".formatted(resolution);
    }

    public Part signed(String signature) {
        return new Part(
                text,
                thought,
                signature,
                inlineData,
                fileData,
                functionCall,
                functionResponse,
                executableCode,
                codeExecutionResult,
                mediaResolution);
    }

    public boolean isThought() {
        return Boolean.TRUE.equals(thought);
    }

    /// Whether the part is something to show a client; a signature on an empty text is not.
    public boolean hasData() {
        return (text != null && !text.isEmpty())
                || inlineData != null
                || fileData != null
                || functionCall != null
                || functionResponse != null
                || executableCode != null
                || codeExecutionResult != null;
    }
}
