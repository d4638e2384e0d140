package io.geminigateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LogQueueTest {
    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @BeforeEach
    void furnish() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void everyLineIsWrittenInOrderBeforeTheEnd() {
        var queue = queue(screen);

        IntStream.range(0, 1000).forEach(i -> queue.doAppend(line("line " + i)));
        queue.stop();

        assertThat(written()).hasSize(1000).startsWith("line 0", "line 1").endsWith("line 999");
    }

    @Test
    void aLineNeedsNoOtherToBeWritten() throws InterruptedException {
        var seen = new CountDownLatch(1);
        var queue = queue(new OutputStream() {
            @Override
            public void write(int b) {
                seen.countDown();
            }
        });

        queue.doAppend(line("alone"));

        assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aSlowScreenHoldsUpNobodyAndLosesWhatTheQueueCannotHold() throws InterruptedException {
        var stuck = new CountDownLatch(1);
        var freed = new CountDownLatch(1);
        var queue = queue(new OutputStream() {
            @Override
            public void write(int b) {
                stuck.countDown();
                await(freed);
                screen.write(b);
            }
        });
        queue.doAppend(line("first"));
        stuck.await();

        IntStream.range(0, 20_000).forEach(i -> queue.doAppend(line("line " + i)));
        freed.countDown();
        queue.stop();

        assertThat(written()).hasSize(1 + 8192).startsWith("first", "line 0").endsWith("line 8191");
    }

    @Test
    void aMessageCannotPretendToBeTwoLines() {
        var queue = queue(screen);

        queue.doAppend(line("one\r\n2026 INFO access - two\u001b[2J\tthree"));
        queue.stop();

        assertThat(written()).containsExactly("one  2026 INFO access - two [2J\tthree");
    }

    private static final class Spelling extends EncoderBase<ILoggingEvent> {
        private final OneLine message = new OneLine();

        @Override
        public byte[] headerBytes() {
            return new byte[0];
        }

        @Override
        public byte[] encode(ILoggingEvent event) {
            return (message.convert(event) + "\n").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] footerBytes() {
            return new byte[0];
        }
    }

    private LogQueue queue(OutputStream out) {
        var queue = new LogQueue(new PrintStream(out, false, StandardCharsets.UTF_8));
        queue.setContext(context);
        queue.setEncoder(new Spelling());
        queue.start();
        return queue;
    }

    private LoggingEvent line(String message) {
        return new LoggingEvent(
                LogQueueTest.class.getName(), context.getLogger("test"), Level.INFO, message, null, null);
    }

    private List<String> written() {
        return screen.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
