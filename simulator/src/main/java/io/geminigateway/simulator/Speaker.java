package io.geminigateway.simulator;

import java.util.List;

/// Who answers when a reaction asks for words: what they look like is up to the service that was asked.
interface Speaker {
    Answer ordinary();

    /// Only who generates can say something else.
    default Answer saying(String text) {
        return ordinary();
    }

    default Answer replaying(List<String> responses) {
        return Framing.WHOLE.answer(responses.iterator());
    }

    default Answer refusing(Refusal refusal) {
        return Answer.of(refusal);
    }
}
