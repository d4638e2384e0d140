package io.geminigateway.openai.responses;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.openai.OpenAiDialect;

/// `/responses/input_tokens`: how long a request is that could be made. Google counts: it is Google's tokens that the
/// request will be made of.
public final class InputTokens implements OpenAiDialect {
    private final Responses responses;

    public InputTokens(Responses responses) {
        this.responses = responses;
    }

    @Override
    public boolean takesLong(Inbound request) {
        return responses.takesLong(request);
    }

    @Override
    public DialectCall read(Inbound inbound) {
        return InputTokensCall.of(responses.read(inbound));
    }
}
