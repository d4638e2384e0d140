package io.geminigateway.upstream;

/// How all of Google's services spell the two ways to generate.
final class Method {
    private Method() {}

    static String of(GeminiCall call) {
        return call.streaming() ? ":streamGenerateContent?alt=sse" : ":generateContent";
    }
}
