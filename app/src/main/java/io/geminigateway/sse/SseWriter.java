package io.geminigateway.sse;

import java.nio.charset.StandardCharsets;

/// Writes server-sent events. The data must be one line, JSON without line breaks, and never be changed afterwards.
public final class SseWriter {
    public static final String CONTENT_TYPE = "text/event-stream; charset=utf-8";

    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private SseWriter() {}

    public static void data(byte[] json, Bytes out) {
        out.write(DATA);
        out.append(json);
        out.write(END);
    }

    public static void event(String name, byte[] json, Bytes out) {
        out.append("event: ").append(name).append("\n");
        data(json, out);
    }

    /// A line that every client skips: keeps proxies and clients waiting.
    public static void comment(String text, Bytes out) {
        out.append(": ").append(text).append("\n\n");
    }
}
