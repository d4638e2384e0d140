package io.geminigateway.openai.embeddings;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import java.time.Instant;
import java.util.List;

/// Embeddings that were asked for.
record EmbeddingCall(ModelName model, List<byte[]> geminiRequests, EmbeddingAnswer.Form form) implements DialectCall {
    @Override
    public boolean streaming() {
        return false;
    }

    @Override
    public Method method() {
        return form.sizes().texts() == 1 ? Method.EMBED_CONTENT : Method.BATCH_EMBED_CONTENTS;
    }

    @Override
    public byte[] geminiRequest() {
        return geminiRequests.getFirst();
    }

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        return new EmbeddingAnswer(form, geminiRequests.size());
    }
}
