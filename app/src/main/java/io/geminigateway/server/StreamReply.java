package io.geminigateway.server;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.relay.Reply;
import io.geminigateway.relay.Serving;
import io.geminigateway.sse.Bytes;
import io.geminigateway.telemetry.ModelMeter;
import io.geminigateway.timer.AlarmClock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer that is sent as it comes. Writes once per read of the upstream socket, and the head together
/// with the first event, or with the first heartbeat of a long silence. A client that does not read stops the
/// reading from Google; one that reads nothing for too long is let go.
final class StreamReply implements Reply {
    private static final CharSequence ACCEL_BUFFERING = HttpHeaders.createOptimized("x-accel-buffering");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
    private static final CharSequence NO = HttpHeaders.createOptimized("no");
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Visit visit;
    private final AnswerWriter writer;
    private final Duration stall;
    private final Bytes out = new Bytes(1024);

    private final Heartbeat heartbeat;
    private @Nullable Serving serving;
    private boolean full;
    private long stallTimer = NO_TIMER;

    StreamReply(Vertx vertx, AlarmClock alarms, Visit visit, AnswerWriter writer, Duration stall, Duration silence) {
        this.vertx = vertx;
        this.visit = visit;
        this.writer = writer;
        this.stall = stall;
        heartbeat = new Heartbeat(alarms, silence, this::beat);
        heartbeat.start();
        visit.whenOver(this::stopClocks);
    }

    /// Names the exchange to hold up when the client cannot keep pace.
    void follow(Serving serving) {
        this.serving = serving;
        if (full) {
            serving.pause();
        }
    }

    @Override
    public void event(GeminiEvent event) {
        writer.event(event, out);
    }

    @Override
    public void event(int part, GeminiEvent event) {
        writer.event(part, event, out);
    }

    @Override
    public ModelMeter meter() {
        return visit.meter().model();
    }

    @Override
    public void charge(UsageMetadata usage) {
        visit.meter().charge(usage);
    }

    @Override
    public void drained() {
        if (visit.isOver() || out.isEmpty()) {
            return;
        }
        visit.answering();
        send();
    }

    private void send() {
        heartbeat.heard();
        begin();
        visit.response().write(Buffers.around(out.take()));
        if (visit.response().writeQueueFull() && !full) {
            full = true;
            if (serving != null) {
                serving.pause();
            }
            stallTimer = vertx.setTimer(stall.toMillis(), _ -> stalled());
            visit.response().drainHandler(_ -> flowing());
        }
    }

    @Override
    public void ended() {
        writer.end(out);
        finish();
    }

    @Override
    public void failed(Failure failure) {
        if (visit.response().headWritten()) {
            visit.failedWith(failure.type());
            writer.fail(failure, out);
            finish();
        } else {
            visit.fail(failure);
        }
    }

    @Override
    public void cameToNothing(Failure failure, List<GeminiEvent> said) {
        if (writer.isVerbatim()) {
            said.forEach(this::event);
            ended();
        } else {
            failed(failure);
        }
    }

    private void begin() {
        var response = visit.response();
        if (!response.headWritten()) {
            visit.meter().streams();
            response.setChunked(true)
                    .putHeader(HttpHeaders.CONTENT_TYPE, writer.contentType())
                    .putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE)
                    .putHeader(ACCEL_BUFFERING, NO);
        }
    }

    private void finish() {
        if (!visit.isOver()) {
            begin();
            visit.answering();
            visit.response().end(Buffers.around(out.take()));
        }
    }

    /// Keeps proxies and clients waiting. Sends the head if need be: from then on a failure ends the stream, instead of
    /// being a status; but as nothing was said, another account may still be asked.
    private void beat() {
        if (!full && !visit.isOver() && !visit.response().ended()) {
            visit.meter().beats();
            writer.heartbeat(out);
            send();
        }
    }

    private void flowing() {
        stopClock();
        full = false;
        if (serving != null) {
            serving.resume();
        }
    }

    private void stalled() {
        stallTimer = NO_TIMER;
        visit.failedWith(ErrorType.CLIENT_STALLED);
        visit.response().reset();
    }

    private void stopClocks() {
        heartbeat.stop();
        stopClock();
    }

    private void stopClock() {
        if (stallTimer != NO_TIMER) {
            vertx.cancelTimer(stallTimer);
            stallTimer = NO_TIMER;
        }
    }
}
