package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.Traffic;

/// What is asked, in either dialect: `messages` of `size` characters each, or the usual short question.
enum Question {
    SHORT(0, 0),
    KB_10(1, 10_000),
    KB_100(1, 100_000),
    MB_1(1, 1_000_000),
    MESSAGES_1000(1001, 200);

    private final int messages;
    private final int size;

    Question(int messages, int size) {
        this.messages = messages;
        this.size = size;
    }

    String openAi(boolean streaming) {
        return messages == 0
                ? Traffic.openAiQuestion(streaming)
                : Traffic.longOpenAiQuestion(messages, size, streaming);
    }

    String gemini() {
        return messages == 0 ? Traffic.geminiQuestion() : Traffic.longGeminiQuestion(messages, size);
    }
}
