package io.geminigateway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Operators' dashboards and alarms hang on these names: to change one is to break theirs.
class TelemetryNamesTest {
    @Test
    void namesUnitsLabelsAndBucketsAreThoseOfTheList() {
        var ours = TelemetryNames.all().stream()
                .map(TelemetryNamesTest::line)
                .sorted()
                .toList();

        assertThat(ours).isEqualTo(MetricList.lines());
    }

    @Test
    void everyMetricHasANameOfItsOwnAndIsExplained() {
        assertThat(TelemetryNames.all()).extracting(Metric::name).doesNotHaveDuplicates();
        assertThat(TelemetryNames.all())
                .extracting(Metric::help)
                .allSatisfy(help -> assertThat(help).isNotBlank());
    }

    private static String line(Metric metric) {
        return String.join(
                " | ",
                metric.name(),
                metric.kind().name().toLowerCase(Locale.ROOT),
                metric.unit(),
                orNone(metric.bounds().stream().map(TelemetryNamesTest::plain).toList()),
                orNone(metric.labels()));
    }

    private static String orNone(List<String> words) {
        return words.isEmpty() ? "-" : words.stream().collect(Collectors.joining(" "));
    }

    /// `0.000001` and `67108864`, as people write it.
    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
