package io.geminigateway.server;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.timer.Alarm;
import io.geminigateway.timer.AlarmClock;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one request body into memory, within limits of size and time. Tells exactly one of body and failure,
/// or nothing when the client leaves meanwhile. What it took of the budget is given back when the visit is
/// over.
final class BodyReader {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final AlarmClock clock;
    private final Visit visit;
    private final ServerSettings settings;
    private final BodyBudget budget;
    private final Consumer<byte[]> told;
    private final Consumer<Failure> failed;
    private final long begun = System.nanoTime();

    private final List<Buffer> body = new ArrayList<>(1);
    private long lastRead = begun;
    private long taken;
    private @Nullable Alarm alarm;
    private boolean ended;

    private BodyReader(
            AlarmClock clock,
            Visit visit,
            ServerSettings settings,
            BodyBudget budget,
            Consumer<byte[]> told,
            Consumer<Failure> failed) {
        this.clock = clock;
        this.visit = visit;
        this.settings = settings;
        this.budget = budget;
        this.told = told;
        this.failed = failed;
    }

    static void read(
            AlarmClock clock,
            Visit visit,
            ServerSettings settings,
            BodyBudget budget,
            Consumer<byte[]> told,
            Consumer<Failure> failed) {
        new BodyReader(clock, visit, settings, budget, told, failed).begin();
    }

    private void begin() {
        try {
            refuseUnread();
        } catch (GatewayException refused) {
            fail(refused.failure());
            return;
        }
        visit.whenOver(this::over);
        visit.request().handler(this::chunk).endHandler(_ -> end());
    }

    /// What the head alone gives away is refused before a byte of the body is read.
    private void refuseUnread() {
        var encoding = visit.request().getHeader("content-encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Failure.UnsupportedMediaType("Request bodies cannot be encoded as '%s'".formatted(encoding))
                    .asException();
        }
        var length = visit.request().getHeader("content-length");
        if (length != null && Long.parseLong(length) > settings.bodyLimit()) {
            throw tooLarge().asException();
        }
    }

    private void chunk(Buffer chunk) {
        if (ended) {
            return;
        }
        lastRead = System.nanoTime();
        if (taken + chunk.length() > settings.bodyLimit()) {
            fail(tooLarge());
        } else if (!budget.take(chunk.length())) {
            fail(new Failure.Overloaded("The gateway holds too many large requests just now", Duration.ofSeconds(1)));
        } else {
            taken += chunk.length();
            body.add(chunk);
            if (alarm == null) { // most bodies end with the first read and never hear it
                alarm = clock.set(TICK, this::lookAtClock);
            }
        }
    }

    private void lookAtClock() {
        alarm = null;
        var now = System.nanoTime();
        if (now - lastRead > settings.bodyIdle().toNanos()
                || now - begun > settings.bodyTotal().toNanos()) {
            fail(new Failure.RequestTimeout("The request body came too slowly"));
        } else {
            alarm = clock.set(TICK, this::lookAtClock);
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            stopClock();
            var whole = whole();
            body.clear(); // this reader lives as long as the visit, and a stream may be long
            told.accept(whole);
        }
    }

    private byte[] whole() {
        var whole = new byte[Math.toIntExact(taken)];
        var at = 0;
        for (var chunk : body) {
            chunk.getBytes(whole, at);
            at += chunk.length();
        }
        return whole;
    }

    private void fail(Failure failure) {
        if (!ended) {
            over();
            // The rest of the body is not wanted: the connection cannot be used again.
            visit.response().putHeader("connection", "close");
            failed.accept(failure);
        }
    }

    private void over() {
        ended = true;
        body.clear();
        stopClock();
        budget.giveBack(taken);
        taken = 0;
    }

    private void stopClock() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private Failure tooLarge() {
        return new Failure.RequestTooLarge(
                "The request body is larger than %d MiB".formatted(settings.bodyLimit() >> 20));
    }
}
