package io.geminigateway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What dashboards and alerts look at is there.
class DashboardsTest {
    private static final Path MONITORING = Path.of("../deploy/monitoring");
    private static final Pattern NAME = Pattern.compile(
            "\\b(?:gemini_gateway|gen_ai_client|gen_ai_server|http_server|http_client|jvm|process)_\\w+");

    /// Labels look like names of metrics.
    private static final Pattern IN_BRACES = Pattern.compile("\\{[^{}]*}|\\b(?:by|without|ignoring) \\([^)]*\\)");

    private static final Pattern IN_JSON = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");

    @ParameterizedTest
    @MethodSource
    void nameOnlyMetricsThatThereAre(Path file) throws IOException {
        var text = IN_BRACES.matcher(expressions(Files.readString(file))).replaceAll("");
        var named = new TreeSet<String>();

        var found = NAME.matcher(text);
        while (found.find()) {
            named.add(found.group());
        }

        assertThat(named).isNotEmpty();
        assertThat(named).allSatisfy(name -> assertThat(MetricList.scraped()).contains(name));
    }

    /// Of a dashboard, or the whole of another file.
    private static String expressions(String text) {
        var expressions =
                IN_JSON.matcher(text).results().map(found -> found.group(1)).toList();
        return expressions.isEmpty() ? text : String.join("\n", expressions);
    }

    static Stream<Path> nameOnlyMetricsThatThereAre() throws IOException {
        try (var boards = Files.list(MONITORING.resolve("grafana/dashboards"))) {
            return Stream.concat(Stream.of(MONITORING.resolve("alerts.yml")), boards.sorted().toList().stream());
        }
    }
}
