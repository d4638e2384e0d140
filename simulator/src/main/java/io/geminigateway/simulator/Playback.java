package io.geminigateway.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/// Writes one answer to the wire the way its delivery says, never faster than the client reads. Lives on one event
/// loop.
final class Playback {
    private final Vertx vertx;
    private final Line line;
    private final Answer answer;
    private final Delivery delivery;

    private Buffer event = Buffer.buffer();
    private int written;
    private int events;
    private long bytes;
    private boolean rested = true;

    Playback(Vertx vertx, Line line, Answer answer, Delivery delivery) {
        this.vertx = vertx;
        this.line = line;
        this.answer = answer;
        this.delivery = delivery;
    }

    void start() {
        delayed(vertx, delivery, this::begin);
    }

    static void delayed(Vertx vertx, Delivery delivery, Runnable begin) {
        var delay = delivery.delay().orElse(Duration.ZERO);
        if (delay.isPositive()) {
            vertx.setTimer(millis(delay), _ -> begin.run());
        } else {
            begin.run();
        }
    }

    private void begin() {
        if (!line.isOpen()) {
            return;
        }
        var response = line.response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        answer.length()
                .ifPresentOrElse(
                        length -> response.putHeader("content-length", Long.toString(announced(length))),
                        () -> response.setChunked(true));
        line.answering(answer.status());
        response.writeHead();
        next();
    }

    /// A clean end comes with the length that fits it; a cut one breaks the promise.
    private long announced(long length) {
        return delivery.stop() instanceof Delivery.Stop.Ended ended ? Math.min(length, ended.bytes()) : length;
    }

    private void next() {
        var done = Future.<Void>succeededFuture();
        for (var writes = 0; line.isOpen(); writes++) {
            if (isAtLimit()) {
                stop(done);
                return;
            }
            if (written == event.length() && !nextEvent()) {
                return;
            }
            if (line.response().writeQueueFull()) {
                line.response().drainHandler(_ -> next());
                return;
            }
            if (writes == turn()) {
                // others use this event loop too, and what was written has to be flushed
                done.onSuccess(_ -> vertx.runOnContext(_ -> next()));
                return;
            }
            done = write();
        }
    }

    /// How many writes may follow each other: a slice travels on its own.
    private int turn() {
        return delivery.bytesPerWrite() > 0 ? 1 : 32;
    }

    /// Fetches the event to write; false if there is none yet, none any more, or none ever.
    private boolean nextEvent() {
        if (delivery.stop() instanceof Delivery.Stop.Halted halted && events == halted.events()) {
            return false;
        }
        if (!answer.events().hasNext()) {
            line.end();
            return false;
        }
        var pause = delivery.pause().orElse(Duration.ZERO);
        if (!rested && pause.isPositive()) {
            rested = true;
            vertx.setTimer(millis(pause), _ -> next());
            return false;
        }
        event = answer.events().next();
        written = 0;
        rested = false;
        return true;
    }

    private Future<Void> write() {
        var size = event.length() - written;
        if (delivery.bytesPerWrite() > 0) {
            size = Math.min(size, delivery.bytesPerWrite());
        }
        var end = written + (int) Math.min(size, limit() - bytes);
        var piece = event.slice(written, end);
        bytes += piece.length();
        written = end;
        var last = written == event.length();
        if (last) {
            events++;
        }
        var sent = events;
        return line.response().write(piece).onSuccess(_ -> line.sent(sent));
    }

    private boolean isAtLimit() {
        return bytes == limit();
    }

    private long limit() {
        return switch (delivery.stop()) {
            case Delivery.Stop.Cut cut -> cut.bytes();
            case Delivery.Stop.Ended ended -> ended.bytes();
            case Delivery.Stop.AtEnd _, Delivery.Stop.Halted _ -> Long.MAX_VALUE;
        };
    }

    private void stop(Future<Void> flushed) {
        if (delivery.stop() instanceof Delivery.Stop.Cut) {
            flushed.onComplete(_ -> line.cut());
        } else {
            line.end();
        }
    }

    private static long millis(Duration duration) {
        return Math.max(1, duration.toMillis());
    }
}
