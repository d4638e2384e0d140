package io.geminigateway.relay;

import io.geminigateway.account.Account;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.pool.Choice;
import io.geminigateway.pool.Lease;
import io.geminigateway.telemetry.ModelMeter;
import io.geminigateway.timer.Alarm;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.UpstreamFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client request on its way through the pool. Lives on one event loop; ends exactly once: the reply hears `ended`
/// or
/// `failed`, or the client cancels.
public final class Exchange implements Serving {
    private static final Logger log = LoggerFactory.getLogger(Exchange.class);
    private static final long NO_TIMER = -1;

    /// One try in two is answered when it is made again.
    private static final int STUMBLES = 2;

    private final Relay relay;
    private final GeminiCall call;
    private final Reply reply;
    private final Patience patience;
    private final Waiting waiting;
    private final Phrasing phrasing;
    private final Turns turns;
    private final Hedge hedge;
    private final Race race = new Race();

    private @Nullable UpstreamFailure lastFailure;
    private List<GeminiEvent> lastWords = List.of();
    private @Nullable Account account;
    private int attempts;
    private int stumbles;
    private boolean paused;
    private boolean over;
    private @Nullable Alarm totalAlarm;
    private long waitTimer = NO_TIMER;

    Exchange(Relay relay, GeminiCall call, Reply reply) {
        this.relay = relay;
        this.call = call;
        this.reply = reply;
        this.patience = new Patience(relay.commons(), relay.random());
        this.waiting = new Waiting(relay, call.model(), reply.meter(), this::next);
        this.phrasing = new Phrasing(relay.repairs(), call);
        this.turns = new Turns(relay, call, reply.meter());
        this.hedge = new Hedge(relay, call, this::askBeside);
    }

    @Override
    public Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    @Override
    public int attempts() {
        return attempts;
    }

    @Override
    public void pause() {
        paused = true;
        race.pause();
    }

    @Override
    public void resume() {
        paused = false;
        race.resume();
    }

    @Override
    public void cancel() {
        if (!over) {
            finish();
            race.cancel();
        }
    }

    void begin() {
        var settings = relay.settings();
        var total = call.streaming() ? settings.streamTotal() : settings.wholeTotal();
        totalAlarm = relay.alarms().set(total, this::outOfTime);
        if (!waiting.behindOthers()) {
            next();
        }
    }

    private void next() {
        switch (turns.next()) {
            case Choice.Chosen(var lease) -> {
                relay.commons().room().served(call.model());
                waiting.leave();
                attempt(lease);
            }
            case Choice.Exhausted exhausted -> nobody(exhausted);
        }
    }

    /// Nobody can serve just now. If all that could have had their turn, they get one more, a little later; if somebody
    /// is back soon, the request waits, and what refused it before may serve it then.
    private void nobody(Choice.Exhausted exhausted) {
        var triedOnly = exhausted.reason() == Choice.Reason.TRIED;
        if (triedOnly && turns.repeat()) {
            waiting.leave();
            nextIn(patience.beforeAnotherTurn());
        } else if (!waiting.until(exhausted.earliestThaw())) {
            meter().starved();
            fail(
                    exhausted.reason() == Choice.Reason.NO_ACCOUNTS && turns.passedOver()
                            ? ClientMessage.nobodyAble(call)
                            : ClientMessage.of(
                                    exhausted,
                                    call.pin(),
                                    lastFailure,
                                    relay.clock().instant()));
        } else if (!triedOnly) {
            turns.forget();
        }
    }

    private void nextIn(Duration pause) {
        waitTimer = relay.vertx().setTimer(Math.max(pause.toMillis(), 1), _ -> {
            waitTimer = NO_TIMER;
            next();
        });
    }

    private void attempt(Lease lease) {
        attempts++;
        account = lease.account();
        var attempt = new Attempt(this, lease, relay.clock());
        race.join(attempt);
        attempt.begin(relay.upstream(), phrasing.at(lease.account().backend()));
        hedge.watch();
    }

    /// The answer is late: another account is asked beside the first, unless that would take from those who wait for
    /// one, or burden a model that is down, or the client is the slow one.
    private void askBeside() {
        var unwise = paused
                || relay.pool().down(call.model())
                || relay.commons().room().busy(call.model());
        if (!unwise
                && hedge.spend()
                && patience.beforeHedge(attempts)
                && turns.next() instanceof Choice.Chosen(var lease)) {
            attempt(lease);
        }
    }

    ModelMeter meter() {
        return reply.meter();
    }

    void charge(@Nullable UsageMetadata usage) {
        if (usage != null) {
            reply.charge(usage);
        }
    }

    boolean isPaused() {
        return paused;
    }

    /// Whether a failure before the commit point is such that the same account had better be asked once more: the model
    /// stumbled, which is nobody's fault and often passes; or the request can be said so that Google takes it.
    boolean willAskAgain(Attempt running, UpstreamFailure failure) {
        if (attempts >= relay.settings().attempts() || race.isOpen()) {
            return false; // who is asked beside it may fare better
        }
        var stumbled = failure.type() == ErrorType.UPSTREAM_MALFORMED
                && failure.reason().isEmpty();
        var again = stumbled
                ? stumbles++ < STUMBLES
                : phrasing.repair(failure, running.account().backend());
        if (again) {
            logAttempt(failure, running.account(), true);
        }
        return again;
    }

    void askAgain(Attempt running) {
        attempts++;
        running.begin(relay.upstream(), phrasing.at(running.account().backend()));
        hedge.watch();
    }

    /// An attempt has come to its commit point, so long after it was sent: it serves, and no other.
    void attemptCommitted(Attempt winner, Duration time) {
        race.wonBy(winner);
        account = winner.account();
        hedge.begun(time);
    }

    /// An attempt failed before the commit point; its lease has ended. As long as another one runs, that decides.
    void attemptFailed(Attempt failed, UpstreamFailure failure, Verdict.Next next, List<GeminiEvent> said) {
        race.leave(failed);
        lastFailure = failure;
        lastWords = failure.isNoAnswer() ? List.copyOf(said) : lastWords;
        if (next == Verdict.Next.OTHER_BACKEND) {
            turns.withoutModel(failed.account());
        }
        if (!race.isOver()) {
            logAttempt(failure, failed.account(), true);
            return;
        }
        hedge.stop();
        var wait = switch (next) {
            case TELL_CLIENT -> Optional.<Duration>empty();
            case MOVE_ON -> patience.afterRefusal(attempts, relay.clock().instant());
            case TRY_AGAIN -> patience.afterFailure(attempts, relay.pool().down(call.model()));
            case OTHER_BACKEND -> Optional.of(Duration.ZERO);
        };
        logAttempt(failure, failed.account(), wait.isPresent());
        if (wait.isEmpty()) {
            fail(ClientMessage.of(failure));
        } else if (wait.get().isZero()) {
            next();
        } else {
            nextIn(wait.get());
        }
    }

    private void logAttempt(UpstreamFailure failure, Account asked, boolean willRetry) {
        log.atWarn()
                .setMessage("Attempt failed request={} account={} file={} model={} attempt={} status={} reason={} "
                        + "error_type={} will_retry={}")
                .addArgument(call.requestId())
                .addArgument(asked.id())
                .addArgument(asked.file())
                .addArgument(call.model())
                .addArgument(attempts)
                .addArgument(failure.status())
                .addArgument(failure.reason())
                .addArgument(() -> failure.type().wireName())
                .addArgument(willRetry)
                .log();
    }

    /// An attempt failed after the commit point: the client has a part, so the answer ends with an error.
    void attemptBroke(Attempt broken, UpstreamFailure failure) {
        race.leave(broken);
        lastWords = List.of(); // the client has heard them
        logAttempt(failure, broken.account(), false);
        fail(ClientMessage.of(failure));
    }

    void attemptEnded(Attempt winner) {
        race.leave(winner);
        if (tell(Reply::ended)) {
            finish();
        }
    }

    /// Tells the client's side; whatever it throws ends the exchange, because nobody else would end it. False if so.
    boolean tell(Consumer<Reply> word) {
        try {
            word.accept(reply);
            return true;
        } catch (GatewayException refused) {
            abandon(refused.failure());
        } catch (RuntimeException bug) {
            log.error("Answer failed by a bug of ours request={} model={}", call.requestId(), call.model(), bug);
            abandon(new Failure.Internal("The gateway failed; its log tells why, under request " + call.requestId()));
        }
        return false;
    }

    @Override
    public void abandon(Failure failure) {
        if (over) {
            return;
        }
        race.cancel();
        fail(failure);
    }

    private void fail(Failure failure) {
        finish();
        if (UpstreamFailure.isNoAnswer(failure.type())) {
            reply.cameToNothing(failure, lastWords);
        } else {
            reply.failed(failure);
        }
    }

    private void outOfTime() {
        totalAlarm = null;
        var failure = UpstreamFailure.of(ErrorType.UPSTREAM_TIMEOUT_TOTAL, "Google did not finish in time");
        race.giveUp(failure);
        fail(ClientMessage.of(failure));
    }

    private void finish() {
        over = true;
        waiting.leave();
        hedge.stop();
        if (totalAlarm != null) {
            totalAlarm.cancel();
            totalAlarm = null;
        }
        if (waitTimer != NO_TIMER) {
            relay.vertx().cancelTimer(waitTimer);
            waitTimer = NO_TIMER;
        }
    }
}
