package io.geminigateway.benchmarks;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.Reading;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.openai.chat.ChatCompletions;
import io.geminigateway.sse.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Chat completions there and back: the question, the whole answer, and one event of a stream.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ChatBenchmark {
    private static final int EVENTS = 64;
    private static final String WORDS = "Bridges move:";

    private final ChatCompletions chat = new ChatCompletions(ModelCatalog.bundled(), SignatureStore.none());
    private final GeminiJson gemini = new GeminiJson();
    private final byte[] question = bytes(Traffic.openAiQuestion(false));
    private final byte[] answer = bytes(Traffic.answer(WORDS));
    private final byte[] event = data(Traffic.event(WORDS, false));
    private final byte[] lastEvent = data(Traffic.event(WORDS, true));
    private final DialectCall whole = chat.read(question);
    private final DialectCall streamed = chat.read(bytes(Traffic.openAiQuestion(true)));

    @Benchmark
    public DialectCall question() {
        return chat.read(question);
    }

    @Benchmark
    public byte[] answer() {
        var out = new Bytes();
        var writer = writer(whole);
        write(answer, writer, out);
        writer.end(out);
        return out.take();
    }

    /// A whole stream, divided by its events.
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int event() {
        var length = 0;
        var out = new Bytes();
        var writer = writer(streamed);
        for (var i = 1; i < EVENTS; i++) {
            write(event, writer, out);
            length += out.take().length;
        }
        write(lastEvent, writer, out);
        writer.end(out);
        return length + out.take().length;
    }

    private static AnswerWriter writer(DialectCall call) {
        return call.answer("req-benchmark", Instant.EPOCH);
    }

    private void write(byte[] json, AnswerWriter writer, Bytes out) {
        if (gemini.read(json) instanceof Reading.Event read) {
            writer.event(read.event(), out);
        } else {
            throw new IllegalStateException("the traffic is not Gemini's");
        }
    }

    private static byte[] data(String event) {
        return bytes(event.substring("data: ".length()).strip());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
