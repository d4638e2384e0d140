package io.geminigateway.relay;

import io.geminigateway.account.Account;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.Hops;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.pool.Lease;
import io.geminigateway.pool.Outcome;
import io.geminigateway.telemetry.AttemptMeter;
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
final class Attempt implements UpstreamSink, AttemptMeter.Facts {
    /// Google sends few events without content; a flood of them is let through rather than hoarded.
    private static final int HELD_AT_MOST = 64;

    private final Exchange exchange;
    private final Lease lease;
    private final InstantSource clock;
    private final AttemptMeter meter;
    private Instant sent;
    private final List<GeminiEvent> held = new ArrayList<>(2);

    private @Nullable Upstream google;
    private @Nullable GeminiCall call;
    private @Nullable UpstreamExchange upstream;
    private Hops hops = new Hops(new byte[0]);
    private boolean streaming;
    private boolean committed;

    private long begun;
    private long firstChunk;
    private @Nullable UsageMetadata usage;
    private @Nullable String responseModel;

    Attempt(Exchange exchange, Lease lease, InstantSource clock) {
        this.exchange = exchange;
        this.lease = lease;
        this.clock = clock;
        this.meter = exchange.meter().attempt(lease.account());
        this.sent = clock.instant();
    }

    void begin(Upstream newGoogle, GeminiCall newCall) {
        google = newGoogle;
        call = newCall;
        hops = new Hops(newCall.body());
        streaming = newCall.streaming();
        sent = clock.instant();
        begun = System.nanoTime();
        firstChunk = begun - 1;
        usage = null;
        responseModel = null;
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

    /// The client left: nobody's fault.
    void cancel() {
        exchange().cancel();
        if (lease.end(new Outcome.Ignored())) {
            meter.cancelled(this);
        }
    }

    /// Another attempt was quicker: nobody's fault either.
    void lose() {
        exchange().cancel();
        if (lease.end(new Outcome.Ignored())) {
            meter.discarded(this);
        }
    }

    /// Our own patience ran out.
    void giveUp(UpstreamFailure failure) {
        exchange().cancel();
        end(committed ? Verdict.ofCut(failure) : Verdict.of(failure), failure);
    }

    @Override
    public void event(GeminiEvent told) {
        var event = hops.heard(told);
        note(event.response());
        if (committed) {
            exchange.tell(reply -> reply.event(event));
            return;
        }
        held.add(event);
        if (streaming && (event.response().isMeaningful() || held.size() > HELD_AT_MOST)) {
            commit();
        }
    }

    private void note(GenerateContentResponse response) {
        if (firstChunk < begun && streaming) {
            firstChunk = System.nanoTime();
        }
        if (response.usageMetadata() != null) {
            usage = response.usageMetadata();
        }
        if (response.modelVersion() != null) {
            responseModel = response.modelVersion();
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
            meter.succeeded(this);
            exchange.charge(usage);
            exchange.attemptEnded(this);
        }
    }

    @Override
    public void failed(UpstreamFailure failure) {
        if (hops.isBetween() && failure.type() == ErrorType.INVALID_REQUEST) {
            succeeded(); // what came is an answer, cut at a limit: Google only does not go on
        } else if (committed) {
            end(Verdict.ofCut(failure), failure);
            exchange.attemptBroke(this, failure);
        } else if (exchange.willAskAgain(this, failure)) {
            held.clear();
            meter.failed(failure.type(), this);
            exchange.askAgain(this);
        } else {
            var verdict = Verdict.of(failure);
            end(verdict, failure);
            exchange.attemptFailed(this, failure, verdict.next(), held);
        }
    }

    private void end(Verdict verdict, UpstreamFailure failure) {
        if (lease.end(verdict.outcome())) {
            meter.failed(failure.type(), this);
        }
    }

    @Override
    public long nanos() {
        return System.nanoTime() - begun;
    }

    @Override
    public long firstChunkNanos() {
        return firstChunk - begun;
    }

    @Override
    public @Nullable UsageMetadata usage() {
        return usage;
    }

    @Override
    public @Nullable String responseModel() {
        return responseModel;
    }
}
