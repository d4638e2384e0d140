package io.geminigateway.openai.audio;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.gemini.ModelName;
import java.time.Instant;

/// A transcript that was asked for.
@SuppressWarnings("ArrayRecordComponent") // shared by all attempts and never changed; never compared
record TranscriptionCall(ModelName model, byte[] geminiRequest, boolean streaming, boolean asJson)
        implements DialectCall {
    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        if (streaming) {
            return new TranscriptEvents();
        }
        return new TranscriptAnswer(asJson);
    }
}
