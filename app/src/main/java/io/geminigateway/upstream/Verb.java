package io.geminigateway.upstream;

/// How all of Google's services spell a method at the end of a path.
final class Verb {
    private Verb() {}

    static String of(GeminiCall call) {
        var verb = ":" + call.method().wireName();
        return call.streaming() ? verb + "?alt=sse" : verb;
    }
}
