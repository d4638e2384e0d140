package io.geminigateway.dialect;

import io.geminigateway.gemini.ModelName;
import java.time.Instant;

/// One request in Gemini's language, and the way back. Immutable; safe to hand to another thread once read.
public interface DialectCall {
    ModelName model();

    /// Whether the client asked for a stream.
    boolean streaming();

    /// The `GenerateContentRequest` as JSON, without `model`. Read-only: attempts share it.
    byte[] geminiRequest();

    /// A fresh writer for the answer of one attempt. `requestId` is unique to the request; `created` is the answer's
    /// time stamp.
    AnswerWriter answer(String requestId, Instant created);
}
