package io.geminigateway.benchmarks;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.Secret;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.pool.Ask;
import io.geminigateway.pool.Choice;
import io.geminigateway.pool.Lease;
import io.geminigateway.pool.Outcome;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolListener;
import io.geminigateway.pool.PoolSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Choosing among accounts that all have a history.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ChoiceBenchmark {
    private static final int CALLS_BEFORE = 20;

    private final Pool pool = new Pool(
            PoolSettings.standard(), InstantSource.system(), ThreadLocalRandom::current, PoolListener.silent());
    private final Ask ask = Ask.of(new ModelName(Traffic.MODEL));

    @Param({"1", "10", "50", "200"})
    public int accounts;

    @Setup
    public void callEachAccount() {
        pool.accounts(
                IntStream.range(0, accounts).mapToObj(ChoiceBenchmark::account).toList());
        for (var call = 0; call < CALLS_BEFORE * accounts; call++) {
            var lease = lease();
            lease.firstEvent(Duration.ofMillis(200 + call % 100));
            lease.end(new Outcome.Succeeded());
        }
    }

    /// A choice, and the place given back.
    @Benchmark
    public boolean choose() {
        return lease().end(new Outcome.Ignored());
    }

    /// A choice, and all that is learned from a call that goes well.
    @Benchmark
    public boolean call() {
        var lease = lease();
        lease.firstEvent(Duration.ofMillis(250));
        return lease.end(new Outcome.Succeeded());
    }

    private Lease lease() {
        if (pool.choose(ask) instanceof Choice.Chosen chosen) {
            return chosen.lease();
        }
        throw new IllegalStateException("no account can serve");
    }

    private static Account account(int number) {
        var file = "account-%d.json".formatted(number);
        return new Account(
                AccountId.ofFile(file),
                file,
                Backend.GEMINI_API,
                new Credentials.ApiKey(new Secret("key-" + number)),
                null,
                Account.GLOBAL);
    }
}
