package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.Traffic;

/// What is asked, in either dialect: the usual short question, `messages` of `size` characters
/// each, or a picture of that size.
enum Question {
    SHORT(0, 0),
    KB_10(1, 10_000),
    KB_100(1, 100_000),
    MB_1(1, 1_000_000),
    PICTURE_1M(1, 1_000_000),
    MESSAGES_1000(1001, 200);

    private final int messages;
    private final int size;

    Question(int messages, int size) {
        this.messages = messages;
        this.size = size;
    }

    String openAi(boolean streaming) {
        return switch (this) {
            case SHORT -> Traffic.openAiQuestion(streaming);
            case PICTURE_1M -> Traffic.openAiPicture(size, streaming);
            default -> Traffic.longOpenAiQuestion(messages, size, streaming);
        };
    }

    String gemini() {
        return switch (this) {
            case SHORT -> Traffic.geminiQuestion();
            case PICTURE_1M -> Traffic.geminiPicture(size);
            default -> Traffic.longGeminiQuestion(messages, size);
        };
    }
}
