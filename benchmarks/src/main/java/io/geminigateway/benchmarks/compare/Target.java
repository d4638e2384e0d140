package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.Traffic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Where a load goes, what it asks, and how many marks every answer must carry. The mock's `path` is asked in
/// Gemini's dialect, the gateway's in OpenAI's.
record Target(int port, boolean encrypted, String request, int marks) {
    static final String HOST = "127.0.0.1";

    static Target gemini(Workload workload, int port, boolean encrypted) {
        var query = workload.streaming() ? "?alt=sse" : "";
        return of(
                port,
                encrypted,
                geminiPath(workload) + query,
                Map.of(),
                workload.question().gemini(),
                workload);
    }

    static Target openAi(Workload workload, int port, Map<String, String> headers) {
        var body = workload.question().openAi(workload.streaming());
        return of(port, false, "/v1/chat/completions", headers, body, workload);
    }

    /// Without the query.
    static String geminiPath(Workload workload) {
        return "/v1beta/models/%s:%s"
                .formatted(Traffic.MODEL, workload.streaming() ? "streamGenerateContent" : "generateContent");
    }

    private static Target of(
            int port, boolean encrypted, String path, Map<String, String> headers, String body, Workload workload) {
        var more = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        var head = """
                POST %s HTTP/1.1\r
                Host: %s:%d\r
                Authorization: Bearer benchmark\r
                Content-Type: application/json\r
                Accept: */*\r
                User-Agent: benchmark\r
                %s\
                Content-Length: %d\r
                \r
                """.formatted(path, HOST, port, more, body.getBytes(StandardCharsets.UTF_8).length);
        return new Target(port, encrypted, head + body, workload.events());
    }

    byte[] requestBytes() {
        return request.getBytes(StandardCharsets.UTF_8);
    }
}
