package io.geminigateway.upstream;

import io.geminigateway.gemini.ModelName;

/// One generation to ask of Google. `body` is a `GenerateContentRequest` as JSON, shared by all attempts
/// and never changed; `requestId` is the client request's own id.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GeminiCall(String requestId, ModelName model, byte[] body, boolean streaming) {}
