package io.geminigateway.openai;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.ErrorAnswer;
import io.geminigateway.dialect.Family;
import io.geminigateway.failure.Failure;

/// What all of OpenAI's endpoints have in common: how a client is told of a failure.
public interface OpenAiDialect extends Dialect {
    @Override
    default Family family() {
        return Family.OPENAI;
    }

    @Override
    default ErrorAnswer error(Failure failure) {
        return OpenAiErrors.answer(failure);
    }
}
