package io.geminigateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Backend;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorClassifierTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ErrorClassifier classifier = new ErrorClassifier(InstantSource.fixed(NOW));

    record Row(
            String name,
            Backend backend,
            int status,
            @Nullable String retryAfter,
            String expected,
            String body) {
        static Row parse(String block) {
            var lines = block.split("\n", 4);
            var asked = lines[1].split(" ", 3);
            return new Row(
                    lines[0],
                    Backend.valueOf(asked[0]),
                    Integer.parseInt(asked[1]),
                    asked.length > 2 ? asked[2] : null,
                    lines[2],
                    lines.length > 3 ? lines[3] : "");
        }

        List<String> words() {
            return List.of(expected.split(" ~ ", 2)[0].split(" ", -1));
        }

        String remedy() {
            return expected.contains(" ~ ") ? expected.split(" ~ ", 2)[1] : "";
        }

        @Nullable
        Duration after(String key) {
            return words().stream()
                    .filter(word -> word.startsWith(key))
                    .map(word -> Duration.parse(word.substring(key.length())))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() throws IOException {
        try (var rows = Objects.requireNonNull(ErrorClassifierTest.class.getResourceAsStream("errors.txt"))) {
            var blocks = new String(rows.readAllBytes(), UTF_8).split("(?m)^=== ", -1);
            return Arrays.stream(blocks).skip(1).map(String::strip).map(Row::parse);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowOfTheErrorTablesGetsItsBlame(Row row) {
        var failure =
                classifier.classify(row.backend(), row.status(), row.body().getBytes(UTF_8), row.retryAfter());

        assertThat(failure.type().wireName()).isEqualTo(row.words().getFirst());
        assertThat(failure.retryAfter()).isEqualTo(row.after("retry="));
        assertThat(failure.resetsAt() == null ? null : Duration.between(NOW, failure.resetsAt()))
                .isEqualTo(row.after("resets="));
        assertThat(failure.projectWide()).isEqualTo(row.words().contains("project"));
        assertThat(failure.modelOnly()).isEqualTo(row.words().contains("model"));
        assertThat(failure.remedy()).contains(row.remedy());
        assertThat(failure.message()).isNotBlank().doesNotContain("\n", "AIza", "my-project", "@google.com", "123456");
    }

    @Test
    void whatGoogleSaysOfTheRequestReachesTheClient() {
        var failure = classify(400, "Unknown name \\\"x\\\" at 'tools[0]': Cannot find field.");

        assertThat(failure.message()).isEqualTo("Unknown name \"x\" at 'tools[0]': Cannot find field.");
    }

    @Test
    void theModelStaysInAMessageWhoseProjectGoes() {
        var failure =
                classify(404, "Publisher Model `projects/p/locations/us/publishers/google/models/x` was not found");

        assertThat(failure.message()).isEqualTo("Publisher Model `publishers/google/models/x` was not found");
    }

    @Test
    void theServersInsidesStayInside() {
        var failure = classify(400, "Bad request. [ORIGINAL ERROR] generic::invalid_argument: at frame 0x7f");

        assertThat(failure.message()).isEqualTo("Bad request.");
    }

    @Test
    void aRefusedSignatureIsToldApart() {
        var failure = classify(400, "Thought signature is not valid.");

        assertThat(failure.reason()).isEqualTo(RequestErrors.THOUGHT_SIGNATURE);
    }

    @Test
    void anAbyssOfBracketsIsNoError() {
        var failure = classifier.classify(
                Backend.GEMINI_API, 500, "{\"a\":[".repeat(20_000).getBytes(UTF_8), null);

        assertThat(failure.type().wireName()).isEqualTo("upstream_5xx");
    }

    private UpstreamFailure classify(int status, String message) {
        var body = "{\"error\":{\"code\":" + status + ",\"message\":\"" + message + "\"}}";
        return classifier.classify(Backend.GEMINI_API, status, body.getBytes(UTF_8), null);
    }
}
