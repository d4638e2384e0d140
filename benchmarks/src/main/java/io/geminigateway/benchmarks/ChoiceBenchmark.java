package io.geminigateway.benchmarks;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.Secret;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.pool.Ask;
import io.geminigateway.pool.Choice;
import io.geminigateway.pool.Outcome;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolListener;
import io.geminigateway.pool.PoolSettings;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Choosing among 50 accounts, and telling how the call went.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ChoiceBenchmark {
    private static final int ACCOUNTS = 50;

    private final Pool pool = new Pool(
            PoolSettings.standard(), InstantSource.system(), ThreadLocalRandom::current, PoolListener.silent());
    private final Ask ask = Ask.of(new ModelName(Traffic.MODEL));

    public ChoiceBenchmark() {
        pool.accounts(
                IntStream.range(0, ACCOUNTS).mapToObj(ChoiceBenchmark::account).toList());
    }

    @Benchmark
    public boolean choose() {
        if (pool.choose(ask) instanceof Choice.Chosen chosen) {
            return chosen.lease().end(new Outcome.Succeeded());
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
