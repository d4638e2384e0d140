package io.geminigateway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Account;
import io.geminigateway.failure.ErrorType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private final Telemetry telemetry = new Telemetry("known"::equals, _ -> TestTelemetry.GOOGLE);
    private final RouteMeter route = telemetry.route("openai", Operation.CHAT, "/chat/completions");
    private final Exposition exposition = new Exposition(telemetry);

    private record Request(@Nullable ErrorType errorType) implements RequestFacts {
        @Override
        public String method() {
            return "POST";
        }

        @Override
        public int status() {
            return errorType == null ? 200 : 500;
        }

        @Override
        public String protocol() {
            return "1.1";
        }

        @Override
        public long nanos() {
            return 2_000_000_000;
        }

        @Override
        public long firstByteNanos() {
            return 1_000_000_000;
        }

        @Override
        public boolean streamed() {
            return true;
        }

        @Override
        public long bytesIn() {
            return 300;
        }

        @Override
        public long bytesOut() {
            return 3_000;
        }

        @Override
        public int attempts() {
            return 2;
        }

        @Override
        public @Nullable Account account() {
            return null;
        }

        @Override
        public long outputTokens() {
            return 101;
        }
    }

    @Test
    void timesAreToldInSecondsByBucket() {
        meet("known", null);

        assertThat(text())
                .contains("gen_ai_server_time_to_first_token_seconds_bucket{%sle=\"0.75\"} 0\n"
                        .formatted(labels("known")))
                .contains(
                        "gen_ai_server_time_to_first_token_seconds_bucket{%sle=\"1.0\"} 1\n".formatted(labels("known")))
                .contains("gen_ai_server_request_duration_seconds_sum{%s} 2.0\n"
                        .formatted(labels("known").replaceFirst(",$", "")))
                .contains("gen_ai_server_time_per_output_token_seconds_sum{%s} 0.01\n"
                        .formatted(labels("known").replaceFirst(",$", "")));
    }

    @Test
    void aStreamThatBreaksOffHasAnEndAndNoTimes() {
        meet("known", ErrorType.UPSTREAM_TRUNCATED);

        assertThat(text())
                .contains("gemini_gateway_stream_ends_total{reason=\"upstream_truncated\"} 1.0\n")
                .contains("gemini_gateway_stream_active{dialect=\"openai\"} 0.0\n")
                .contains(
                        "gemini_gateway_request_errors_total{blame=\"upstream\",error_type=\"upstream_truncated\"} 1.0\n")
                .doesNotContain("time_to_first_token");
    }

    @Test
    void tenThousandMadeUpModelsAreAsManySeriesAsOne() {
        meet("made up", null);
        meet("made up", ErrorType.UPSTREAM_5XX);
        var one = series();

        for (var i = 0; i < 10_000; i++) {
            meet("made-up-" + i, i % 2 == 0 ? null : ErrorType.UPSTREAM_5XX);
        }

        assertThat(series()).isEqualTo(one);
        assertThat(text()).contains(labels("other"));
    }

    private void meet(String model, @Nullable ErrorType error) {
        var meter = route.model(Operation.CHAT, model);
        route.streams().began();
        if (error != null) {
            meter.starved();
        }
        route.ended(new Request(error), meter);
    }

    private static String labels(String model) {
        return "gen_ai_operation_name=\"chat\",gen_ai_provider_name=\"gcp.gen_ai\",gen_ai_request_model=\"%s\","
                .formatted(model);
    }

    private long series() {
        return text().lines().filter(line -> line.startsWith("ge")).count();
    }

    private String text() {
        return new String(exposition.page("").text(), StandardCharsets.UTF_8);
    }
}
