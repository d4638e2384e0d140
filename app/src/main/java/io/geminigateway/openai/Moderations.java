package io.geminigateway.openai;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.failure.Failure;

/// `/v1/moderations`, which is refused: Google offers no such check, a chat model's opinion is none, and to answer "not
/// flagged" would be a lie that somebody relies on.
public final class Moderations implements OpenAiDialect {
    @Override
    public DialectCall read(Inbound inbound) {
        throw new Failure.NotFound("Moderation is not possible: Gemini has no such service, and this gateway does not "
                        + "pretend that a text was checked. Ask a moderation service directly")
                .asException();
    }
}
