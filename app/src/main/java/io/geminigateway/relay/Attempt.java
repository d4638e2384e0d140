package io.geminigateway.relay;

import io.geminigateway.account.Account;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.Hops;
import io.geminigateway.pool.Lease;
import io.geminigateway.pool.Outcome;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.Upstream;
import io.geminigateway.upstream.UpstreamExchange;
import io.geminigateway.upstream.UpstreamFailure;
import io.geminigateway.upstream.UpstreamSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One try with one account. Holds back events that show the client nothing, so that a try that comes to nothing can
/// still be made good elsewhere; the first event with content is the commit point; a whole answer has it at its end.
/// Its lease ends exactly once.
final class Attempt implements UpstreamSink {
    /// Google sends few events without content; a flood of them is let through rather than hoarded.
    private static final int HELD_AT_MOST = 64;

    private final Exchange exchange;
    private final Lease lease;
    private final InstantSource clock;
    private Instant sent;
    private final List<GeminiEvent> held = new ArrayList<>(2);

    private @Nullable Upstream google;
    private @Nullable GeminiCall call;
    private @Nullable UpstreamExchange upstream;
    private Hops hops = new Hops(new byte[0]);
    private boolean streaming;
    private boolean committed;

    Attempt(Exchange exchange, Lease lease, InstantSource clock) {
        this.exchange = exchange;
        this.lease = lease;
        this.clock = clock;
        this.sent = clock.instant();
    }

    void begin(Upstream newGoogle, GeminiCall newCall) {
        google = newGoogle;
        call = newCall;
        hops = new Hops(newCall.body());
        streaming = newCall.streaming();
        sent = clock.instant();
        send(newCall);
    }

    private void send(GeminiCall hop) {
        var under = Objects.requireNonNull(google, "begin() comes first").send(hop, lease.account(), this);
        upstream = under;
        if (exchange.isPaused()) {
            under.pause();
        }
    }

    /// Goes on with an answer that Google gives in several hops; false if this was the last one.
    private boolean goOn() {
        if (Objects.requireNonNull(call).verbatim()) {
            return false; // the client reads Google's token itself
        }
        var body = hops.next();
        body.ifPresent(words -> send(Objects.requireNonNull(call).saying(words)));
        return body.isPresent();
    }

    Account account() {
        return lease.account();
    }

    UpstreamExchange exchange() {
        return Objects.requireNonNull(upstream, "begin() comes first");
    }

    /// The client left, or another attempt was quicker: nobody's fault.
    void cancel() {
        exchange().cancel();
        lease.end(new Outcome.Ignored());
    }

    /// Our own patience ran out.
    void giveUp(UpstreamFailure failure) {
        exchange().cancel();
        lease.end((committed ? Verdict.ofCut(failure) : Verdict.of(failure)).outcome());
    }

    @Override
    public void event(GeminiEvent told) {
        var event = hops.heard(told);
        if (committed) {
            exchange.tell(reply -> reply.event(event));
            return;
        }
        held.add(event);
        if (streaming && (event.response().isMeaningful() || held.size() > HELD_AT_MOST)) {
            commit();
        }
    }

    /// False when the client's side could not take what was held back: then all is over.
    private boolean commit() {
        committed = true;
        var time = Duration.between(sent, clock.instant());
        lease.firstEvent(time);
        exchange.attemptCommitted(this, time);
        for (var event : held) {
            if (!exchange.tell(reply -> reply.event(event))) {
                return false;
            }
        }
        held.clear();
        return true;
    }

    @Override
    public void drained() {
        if (committed) {
            exchange.tell(Reply::drained);
        }
    }

    @Override
    public void ended() {
        if (!goOn()) {
            succeeded();
        }
    }

    private void succeeded() {
        if (committed || commit()) {
            lease.end(new Outcome.Succeeded());
            exchange.attemptEnded(this);
        }
    }

    @Override
    public void failed(UpstreamFailure failure) {
        if (hops.isBetween() && failure.type() == ErrorType.INVALID_REQUEST) {
            succeeded(); // what came is an answer, cut at a limit: Google only does not go on
        } else if (committed) {
            lease.end(Verdict.ofCut(failure).outcome());
            exchange.attemptBroke(this, failure);
        } else if (exchange.willAskAgain(this, failure)) {
            held.clear();
            exchange.askAgain(this);
        } else {
            var verdict = Verdict.of(failure);
            lease.end(verdict.outcome());
            exchange.attemptFailed(this, failure, verdict.next(), held);
        }
    }
}
