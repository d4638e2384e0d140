package io.geminigateway.benchmarks;

import io.geminigateway.sse.SseReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Cutting a stream into events, per event, when it comes in pieces of `piece` bytes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SseReaderBenchmark {
    private static final int EVENTS = 64;

    private final byte[] stream = Traffic.stream("Bridges move:", EVENTS).getBytes(StandardCharsets.UTF_8);

    @Param({"100", "1400", "65536"})
    public int piece;

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void read(Blackhole events) {
        var reader = new SseReader(events::consume);
        for (var at = 0; at < stream.length; at += piece) {
            reader.feed(stream, at, Math.min(piece, stream.length - at));
        }
        reader.end();
    }
}
