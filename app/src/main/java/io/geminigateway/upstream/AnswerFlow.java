package io.geminigateway.upstream;

import io.geminigateway.failure.ErrorType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.Optional;

/// The reading of a 200: from the socket to the sink, in one stride, with its clocks and its back-pressure.
final class AnswerFlow {
    private enum Phase {
        WAITING,
        RUNNING,
        FINISHED
    }

    private final GoogleExchange exchange;
    private final HttpClientResponse response;
    private final Answer answer;
    private final UpstreamSink sink;
    private final Watchdog watchdog;
    private final Timeouts timeouts;
    private Phase phase = Phase.WAITING;

    AnswerFlow(
            GoogleExchange exchange,
            HttpClientResponse response,
            Answer answer,
            UpstreamSink sink,
            Watchdog watchdog,
            Timeouts timeouts) {
        this.exchange = exchange;
        this.response = response;
        this.answer = answer;
        this.sink = sink;
        this.watchdog = watchdog;
        this.timeouts = timeouts;
    }

    void begin(boolean paused) {
        response.exceptionHandler(_ -> over(true));
        response.endHandler(_ -> over(false));
        response.handler(this::read);
        if (paused) {
            response.pause();
        }
    }

    void pause() {
        response.pause();
    }

    void resume() {
        response.resume();
    }

    private void read(Buffer buffer) {
        if (exchange.isOver()) {
            return;
        }
        var before = answer.told();
        var failure = feed(((BufferInternal) buffer));
        drained(before);
        if (failure.isPresent()) {
            exchange.fail(failure.get());
        } else if (!exchange.isOver()) {
            wind();
        }
    }

    private Optional<UpstreamFailure> feed(BufferInternal buffer) {
        var bytes = buffer.unwrap();
        if (bytes.hasArray()) {
            return answer.read(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes());
        }
        return answer.read(buffer.getBytes(), 0, buffer.length());
    }

    private void drained(int toldBefore) {
        if (answer.told() > toldBefore && !exchange.isOver()) {
            sink.drained();
        }
    }

    /// Sets the clock for what is awaited next.
    private void wind() {
        var next = answer.isComplete() ? Phase.FINISHED : answer.told() > 0 ? Phase.RUNNING : Phase.WAITING;
        if (next == phase) {
            if (phase == Phase.RUNNING) {
                watchdog.heard();
            }
            return;
        }
        phase = next;
        if (next == Phase.FINISHED) {
            watchdog.await(Timeouts.AFTER_FINISH, () -> conclude(false));
        } else {
            watchdog.await(timeouts.idle(), () -> exchange.late(ErrorType.UPSTREAM_TIMEOUT_IDLE));
        }
    }

    private void over(boolean cut) {
        exchange.received();
        if (!exchange.isOver()) {
            conclude(cut);
        }
    }

    private void conclude(boolean cut) {
        var before = answer.told();
        var failure = answer.end(cut);
        drained(before);
        failure.ifPresentOrElse(exchange::fail, exchange::end);
    }
}
