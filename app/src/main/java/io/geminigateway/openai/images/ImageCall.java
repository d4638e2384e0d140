package io.geminigateway.openai.images;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.gemini.ModelName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/// Images that were asked for: the same call as often as there are to be images.
@SuppressWarnings("ArrayRecordComponent") // shared by all attempts and never changed; never compared
record ImageCall(ModelName model, byte[] geminiRequest, int images, boolean asUrl) implements DialectCall {
    @Override
    public boolean streaming() {
        return false;
    }

    @Override
    public List<byte[]> geminiRequests() {
        return Collections.nCopies(images, geminiRequest);
    }

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        return new ImageAnswer(created, images, asUrl);
    }
}
