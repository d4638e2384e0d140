package io.geminigateway.relay;

import io.geminigateway.pool.Pool;
import io.geminigateway.timer.AlarmClock;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.Upstream;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/// Serves client requests from the pool: picks an account, tries, reports, and moves on to the next one until an answer
/// begins or nobody is left. One relay per event loop; everything of one exchange happens on that loop.
public final class Relay {
    private final Vertx vertx;
    private final AlarmClock alarms;
    private final Commons commons;
    private final Upstream upstream;
    private final RandomGenerator random;
    private final Repairs repairs = new Repairs();

    public Relay(Vertx vertx, Commons commons, Upstream upstream, RandomGenerator random) {
        this.vertx = vertx;
        this.alarms = new AlarmClock(vertx);
        this.commons = commons;
        this.upstream = upstream;
        this.random = random;
    }

    /// Begins to serve one call. The reply hears of it at once or later, on this event loop.
    public Exchange serve(GeminiCall call, Reply reply) {
        var exchange = new Exchange(this, call, reply);
        exchange.begin();
        return exchange;
    }

    /// Begins to serve a request that takes these calls, all at once: see [Bundle].
    public Serving serve(List<GeminiCall> calls, Reply reply) {
        return calls.size() == 1 ? serve(calls.getFirst(), reply) : Bundle.begin(this, calls, reply);
    }

    Vertx vertx() {
        return vertx;
    }

    AlarmClock alarms() {
        return alarms;
    }

    Pool pool() {
        return commons.pool();
    }

    Commons commons() {
        return commons;
    }

    Upstream upstream() {
        return upstream;
    }

    RelaySettings settings() {
        return commons.settings();
    }

    InstantSource clock() {
        return commons.clock();
    }

    Repairs repairs() {
        return repairs;
    }

    RandomGenerator random() {
        return random;
    }
}
