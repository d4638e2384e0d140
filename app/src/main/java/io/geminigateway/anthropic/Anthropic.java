package io.geminigateway.anthropic;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.ErrorAnswer;
import io.geminigateway.dialect.Family;
import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import java.util.regex.Pattern;

/// What makes a request Anthropic's, whichever endpoint it is for.
public interface Anthropic extends Dialect {
    /// Every client of Anthropic's API sends it; other clients never do. Its value does not matter.
    String VERSION_HEADER = "anthropic-version";

    /// Paths that nobody else has.
    Pattern OWN_PATHS = Pattern.compile("/(?:messages|complete|skills|agents|sessions|environments)(?:/.*)?");

    @Override
    default Family family() {
        return Family.ANTHROPIC;
    }

    @Override
    default boolean claims(Head head) {
        return head.header(VERSION_HEADER).isPresent()
                || OWN_PATHS.matcher(head.resource()).matches();
    }

    @Override
    default ErrorAnswer error(Failure failure) {
        return AnthropicErrors.answer(failure, null);
    }

    @Override
    default ErrorAnswer error(Failure failure, Head head) {
        return AnthropicErrors.answer(failure, head.header(Head.REQUEST_ID).orElse(null));
    }
}
