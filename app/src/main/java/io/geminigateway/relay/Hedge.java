package io.geminigateway.relay;

import io.geminigateway.upstream.GeminiCall;
import java.time.Duration;

/// Waits for an answer to begin, and has a second account asked when that is late: twice as late as nineteen in twenty
/// are, and two seconds at least. Once per request, and for few requests in a hundred: all pay into one budget. On the
/// request's event loop.
///
/// After Dean and Barroso, The Tail at Scale, <https://research.google/pubs/the-tail-at-scale/>
final class Hedge {
    private static final long NO_TIMER = -1;
    private static final int TIMES = 2;

    private final Relay relay;
    private final GeminiCall call;
    private final Runnable second;
    private final HedgeSettings settings;

    private boolean spent;
    private long timer = NO_TIMER;

    /// The request has arrived; `second` is to be run when its answer is late.
    Hedge(Relay relay, GeminiCall call, Runnable second) {
        this.relay = relay;
        this.call = call;
        this.second = second;
        this.settings = relay.settings().hedges().onlyIf(call.method().generates());
        if (settings.on()) {
            relay.commons().hedges().pay();
        }
    }

    /// An attempt was sent.
    void watch() {
        stop();
        if (settings.on() && !spent) {
            relay.commons()
                    .firstEvents()
                    .slowest(call.model(), call.streaming())
                    .ifPresent(slowest -> wake(slowest.multipliedBy(TIMES)));
        }
    }

    private void wake(Duration late) {
        var wait = late.compareTo(settings.soonest()) < 0 ? settings.soonest() : late;
        timer = relay.vertx().setTimer(Math.max(wait.toMillis(), 1), _ -> {
            timer = NO_TIMER;
            second.run();
        });
    }

    /// Whether this request may ask a second account beside the first: the budget allows it, and it has not done so
    /// before.
    boolean spend() {
        if (spent || !relay.commons().hedges().spend()) {
            return false;
        }
        spent = true;
        return true;
    }

    /// The answer has begun, after so long.
    void begun(Duration time) {
        stop();
        if (settings.on()) {
            relay.commons().firstEvents().took(call.model(), call.streaming(), time);
        }
    }

    void stop() {
        if (timer != NO_TIMER) {
            relay.vertx().cancelTimer(timer);
            timer = NO_TIMER;
        }
    }
}
