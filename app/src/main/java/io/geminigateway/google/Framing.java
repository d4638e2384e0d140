package io.geminigateway.google;

import io.geminigateway.dialect.Head;
import io.geminigateway.gemini.Method;

/// How an answer is written: as Google frames it for the same question.
enum Framing {
    WHOLE,
    EVENTS,
    LIST;

    static Framing of(Method method, Head head) {
        if (!method.isStream()) {
            return WHOLE;
        }
        return isEvents(head) ? EVENTS : LIST;
    }

    static boolean isEvents(Head head) {
        return head.parameter("alt")
                .or(() -> head.parameter("$alt"))
                .filter("sse"::equals)
                .isPresent();
    }
}
