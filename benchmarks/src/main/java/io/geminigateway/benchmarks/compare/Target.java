package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.Traffic;
import java.nio.charset.StandardCharsets;

/// Where a load goes, what it asks, and how many marks every answer must carry. The mock's `path` is asked in
/// Gemini's dialect, the gateway's in OpenAI's.
record Target(int port, boolean encrypted, String request, int marks) {
    static final String HOST = "127.0.0.1";

    static Target gemini(Scenario scenario, int port, boolean encrypted) {
        var workload = scenario.workload();
        var query = workload.streaming() ? "?alt=sse" : "";
        return of(port, encrypted, geminiPath(workload) + query, Traffic.geminiQuestion(), workload);
    }

    static Target openAi(Scenario scenario, int port) {
        var workload = scenario.workload();
        return of(port, false, "/v1/chat/completions", Traffic.openAiQuestion(workload.streaming()), workload);
    }

    /// Without the query.
    static String geminiPath(Workload workload) {
        return "/v1beta/models/%s:%s"
                .formatted(Traffic.MODEL, workload.streaming() ? "streamGenerateContent" : "generateContent");
    }

    private static Target of(int port, boolean encrypted, String path, String body, Workload workload) {
        var head = """
                POST %s HTTP/1.1\r
                Host: %s:%d\r
                Authorization: Bearer benchmark\r
                Content-Type: application/json\r
                Accept: */*\r
                User-Agent: benchmark\r
                Content-Length: %d\r
                \r
                """.formatted(path, HOST, port, body.getBytes(StandardCharsets.UTF_8).length);
        return new Target(port, encrypted, head + body, workload.events());
    }

    byte[] requestBytes() {
        return request.getBytes(StandardCharsets.UTF_8);
    }
}
