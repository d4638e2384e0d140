package io.geminigateway.openai.audio;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.gemini.ModelName;
import java.time.Instant;
import java.util.Map;

/// Speech that was asked for. Not streamed: Google's first models hang when they are.
@SuppressWarnings("ArrayRecordComponent") // shared by all attempts and never changed; never compared
record SpeechCall(ModelName model, byte[] geminiRequest, AudioFormat format, Map<String, String> headers)
        implements DialectCall {
    @Override
    public boolean streaming() {
        return false;
    }

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        return new SpeechAnswer(format);
    }
}
