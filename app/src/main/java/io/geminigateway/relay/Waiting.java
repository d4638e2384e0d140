package io.geminigateway.relay;

import io.geminigateway.gemini.ModelName;
import io.geminigateway.pool.WaitingRoom;
import io.geminigateway.telemetry.ModelMeter;
import io.vertx.core.Context;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One request's place among those that wait until an account can serve their model. On the request's event loop.
final class Waiting {
    private static final long NO_TIMER = -1;

    /// Some things end a wait that nobody could foresee: an operator's word, a new account, a probe that went well.
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /// A thaw that was due this very moment must not keep the loop busy.
    private static final Duration SHORTEST = Duration.ofMillis(10);

    private final Relay relay;
    private final ModelName model;
    private final ModelMeter meter;
    private final Runnable ask;
    private final Instant end;

    private WaitingRoom.@Nullable Ticket ticket;
    private long timer = NO_TIMER;

    /// The request has arrived; `ask` is to be run whenever the pool may have an account for it.
    Waiting(Relay relay, ModelName model, ModelMeter meter, Runnable ask) {
        this.relay = relay;
        this.model = model;
        this.meter = meter;
        this.ask = ask;
        this.end = relay.clock().instant().plus(relay.settings().waiting().patience());
    }

    /// Whether others wait already, and this one has joined them: it would be unfair to ask before they have.
    boolean behindOthers() {
        return relay.commons().room().busy(model) && join();
    }

    /// Waits until then at least; false if that is too late, or too many wait.
    boolean until(@Nullable Instant thaw) {
        var now = relay.clock().instant();
        if (thaw == null || thaw.isAfter(end) || !now.isBefore(end) || (ticket == null && !join())) {
            return false;
        }
        if (ticket != null && ticket.first()) {
            var wait = Duration.between(now, thaw);
            sleep(wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN);
        } else {
            sleep(Duration.between(now, end));
        }
        return true;
    }

    /// Goes through the waiting room's door: served, refused or gone.
    void leave() {
        stopClock();
        var left = ticket;
        ticket = null;
        if (left != null) {
            left.leave();
        }
    }

    private boolean join() {
        var left = Duration.between(relay.clock().instant(), end);
        if (!left.isPositive()) {
            return false;
        }
        var loop = relay.vertx().getOrCreateContext();
        ticket = relay.commons().room().join(model, left, () -> hop(loop)).orElse(null);
        if (ticket == null) {
            meter.turnedAway();
            return false;
        }
        sleep(ticket.first() ? Duration.ZERO : left); // who was before may have left meanwhile
        return true;
    }

    /// Whoever leaves before us may live on another loop.
    private void hop(Context loop) {
        loop.runOnContext(_ -> {
            if (ticket != null) {
                askNow();
            }
        });
    }

    private void askNow() {
        stopClock();
        ask.run();
    }

    private void sleep(Duration pause) {
        stopClock();
        timer = relay.vertx().setTimer(Math.max(pause.toMillis(), SHORTEST.toMillis()), _ -> {
            timer = NO_TIMER;
            ask.run();
        });
    }

    private void stopClock() {
        if (timer != NO_TIMER) {
            relay.vertx().cancelTimer(timer);
            timer = NO_TIMER;
        }
    }
}
