package io.geminigateway.benchmarks;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.Secret;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.telemetry.AttemptMeter;
import io.geminigateway.telemetry.CallMeter;
import io.geminigateway.telemetry.Destination;
import io.geminigateway.telemetry.Operation;
import io.geminigateway.telemetry.RequestFacts;
import io.geminigateway.telemetry.RouteMeter;
import io.geminigateway.telemetry.Telemetry;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// All that is counted and timed of one streamed chat that goes well, from its model's name to its end; without the
/// readings of the clock. Alone, and on two event loops at once, whose cells are the same.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MetricsBenchmark {
    private static final String MODEL = "gemini-3.8-flash";
    private static final Destination GOOGLE = new Destination("generativelanguage.googleapis.com", 443);
    private static final Account ACCOUNT = new Account(
            new AccountId("0a1b2c3d"),
            "a.json",
            Backend.GEMINI_API,
            new Credentials.ApiKey(new Secret("AIza")),
            null,
            Account.GLOBAL);
    private static final UsageMetadata USAGE = new UsageMetadata(1200, 900, 340, 120, null, 1660, null, null);

    private final Telemetry telemetry = new Telemetry(MODEL::equals, _ -> GOOGLE);
    private final RouteMeter route = telemetry.route("openai", Operation.CHAT, "/chat/completions");
    private final CallMeter calls = telemetry.calls("/v1beta/models/{model}:streamGenerateContent");
    private final Facts facts = new Facts();

    @Benchmark
    public void request() {
        record();
    }

    @Benchmark
    @Threads(2)
    public void requestOnTwoLoops() {
        record();
    }

    private void record() {
        var model = route.model(Operation.CHAT, MODEL);
        model.chosen(true, 2_400);
        var attempt = model.attempt(ACCOUNT);
        route.streams().began();
        calls.ended("POST", GOOGLE, 200, null, 2_100_000_000);
        attempt.succeeded(facts);
        model.charge("9f86d081884c7d65", USAGE);
        route.ended(facts, model);
    }

    private static final class Facts implements RequestFacts, AttemptMeter.Facts {
        @Override
        public String method() {
            return "POST";
        }

        @Override
        public int status() {
            return 200;
        }

        @Override
        public String protocol() {
            return "1.1";
        }

        @Override
        public @Nullable ErrorType errorType() {
            return null;
        }

        @Override
        public long nanos() {
            return 2_200_000_000L;
        }

        @Override
        public long firstByteNanos() {
            return 410_000_000;
        }

        @Override
        public long firstChunkNanos() {
            return 400_000_000;
        }

        @Override
        public boolean streamed() {
            return true;
        }

        @Override
        public long bytesIn() {
            return 5_200;
        }

        @Override
        public long bytesOut() {
            return 71_000;
        }

        @Override
        public int attempts() {
            return 1;
        }

        @Override
        public Account account() {
            return ACCOUNT;
        }

        @Override
        public long outputTokens() {
            return 460;
        }

        @Override
        public UsageMetadata usage() {
            return USAGE;
        }

        @Override
        public String responseModel() {
            return MODEL;
        }
    }
}
