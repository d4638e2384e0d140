package io.geminigateway.relay;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.pool.Ask;
import io.geminigateway.pool.Choice;
import io.geminigateway.pool.Lease;
import io.geminigateway.pool.Outcome;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.UpstreamFailure;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
    private final Set<Backend> unable;
    private final Patience patience;
    private final Waiting waiting;
    private final Phrasing phrasing;
    private final Set<AccountId> tried = HashSet.newHashSet(4);
    private final Set<AccountId> ruledOut = HashSet.newHashSet(1);
    private final Set<Backend> withoutModel = EnumSet.noneOf(Backend.class);

    private @Nullable Attempt attempt;
    private @Nullable UpstreamFailure lastFailure;
    private @Nullable Account account;
    private int attempts;
    private int stumbles;
    private boolean turned;
    private boolean paused;
    private boolean over;
    private long totalTimer = NO_TIMER;
    private long waitTimer = NO_TIMER;

    Exchange(Relay relay, GeminiCall call, Reply reply) {
        this.relay = relay;
        this.call = call;
        this.reply = reply;
        this.patience = new Patience(relay.commons(), relay.random());
        this.waiting = new Waiting(relay, call.model(), this::next);
        this.phrasing = new Phrasing(relay.repairs(), call);
        this.unable = relay.upstream().unableTo(call);
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
        if (attempt != null) {
            attempt.exchange().pause();
        }
    }

    @Override
    public void resume() {
        paused = false;
        if (attempt != null) {
            attempt.exchange().resume();
        }
    }

    @Override
    public void cancel() {
        if (!over) {
            finish();
            if (attempt != null) {
                attempt.cancel();
            }
        }
    }

    void begin() {
        var settings = relay.settings();
        var total = call.streaming() ? settings.streamTotal() : settings.wholeTotal();
        totalTimer = relay.vertx().setTimer(total.toMillis(), _ -> outOfTime());
        if (!waiting.behindOthers()) {
            next();
        }
    }

    private void next() {
        var chosen = relay.pool().choose(new Ask(call.model(), tried, call.conversation(), unable));
        switch (chosen) {
            case Choice.Chosen(var lease) -> {
                if (withoutModel.contains(lease.account().backend())) {
                    // Asked already, in effect: this backend does not know the model.
                    lease.end(new Outcome.Ignored());
                    ruleOut(lease.account());
                    next();
                } else {
                    attempt(lease);
                }
            }
            case Choice.Exhausted exhausted -> nobody(exhausted);
        }
    }

    /// Nobody can serve just now. If all that could have had their turn, they get one more, a little later; if somebody
    /// is back soon, the request waits, and what refused it before may serve it then.
    private void nobody(Choice.Exhausted exhausted) {
        var triedOnly = exhausted.reason() == Choice.Reason.TRIED;
        if (triedOnly && !turned && tried.size() > ruledOut.size()) {
            turned = true;
            waiting.leave();
            tried.retainAll(ruledOut);
            nextIn(patience.beforeAnotherTurn());
        } else if (!waiting.until(exhausted.earliestThaw())) {
            fail(
                    exhausted.reason() == Choice.Reason.NO_ACCOUNTS && !unable.isEmpty()
                            ? ClientMessage.nobodyAble(call.model())
                            : ClientMessage.of(
                                    exhausted, lastFailure, relay.clock().instant()));
        } else if (!triedOnly) {
            tried.retainAll(ruledOut);
        }
    }

    private void nextIn(Duration pause) {
        waitTimer = relay.vertx().setTimer(Math.max(pause.toMillis(), 1), _ -> {
            waitTimer = NO_TIMER;
            next();
        });
    }

    /// Time will not make this account able to serve this request.
    private void ruleOut(Account useless) {
        tried.add(useless.id());
        ruledOut.add(useless.id());
    }

    private void attempt(Lease lease) {
        attempts++;
        relay.commons().room().served(call.model());
        waiting.leave();
        account = lease.account();
        tried.add(lease.account().id());
        attempt = new Attempt(this, lease, relay.clock());
        attempt.begin(relay.upstream(), phrasing.at(lease.account().backend()));
    }

    boolean isPaused() {
        return paused;
    }

    /// Whether a failure before the commit point is such that the same account had better be asked once more: the model
    /// stumbled, which is nobody's fault and often passes; or the request can be said so that Google takes it.
    boolean willAskAgain(UpstreamFailure failure, Backend backend) {
        if (attempts >= relay.settings().attempts()) {
            return false;
        }
        var stumbled = failure.type() == ErrorType.UPSTREAM_MALFORMED
                && failure.reason().isEmpty();
        var again = stumbled ? stumbles++ < STUMBLES : phrasing.repair(failure, backend);
        if (again) {
            logAttempt(failure, true);
        }
        return again;
    }

    void askAgain(Attempt running, Backend backend) {
        attempts++;
        running.begin(relay.upstream(), phrasing.at(backend));
    }

    /// An attempt failed before the commit point; its lease has ended.
    void attemptFailed(UpstreamFailure failure, Verdict.Next next) {
        attempt = null;
        lastFailure = failure;
        var wait = switch (next) {
            case TELL_CLIENT -> Optional.<Duration>empty();
            case MOVE_ON -> patience.afterRefusal(attempts, relay.clock().instant());
            case TRY_AGAIN -> patience.afterFailure(attempts, relay.pool().down(call.model()));
            case OTHER_BACKEND -> {
                if (account != null) {
                    withoutModel.add(account.backend());
                    ruleOut(account);
                }
                yield Optional.of(Duration.ZERO);
            }
        };
        logAttempt(failure, wait.isPresent());
        if (wait.isEmpty()) {
            fail(ClientMessage.of(failure));
        } else if (wait.get().isZero()) {
            next();
        } else {
            nextIn(wait.get());
        }
    }

    private void logAttempt(UpstreamFailure failure, boolean willRetry) {
        log.atWarn()
                .setMessage("Attempt failed request={} account={} file={} model={} attempt={} status={} reason={} "
                        + "error_type={} will_retry={}")
                .addArgument(call.requestId())
                .addArgument(() -> account == null ? "" : account.id())
                .addArgument(() -> account == null ? "" : account.file())
                .addArgument(call.model())
                .addArgument(attempts)
                .addArgument(failure.status())
                .addArgument(failure.reason())
                .addArgument(() -> failure.type().wireName())
                .addArgument(willRetry)
                .log();
    }

    /// An attempt failed after the commit point: the client has a part, so the answer ends with an error.
    void attemptBroke(UpstreamFailure failure) {
        attempt = null;
        logAttempt(failure, false);
        fail(ClientMessage.of(failure));
    }

    void attemptEnded() {
        attempt = null;
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
        var running = attempt;
        attempt = null;
        if (running != null) {
            running.cancel();
        }
        fail(failure);
    }

    private void fail(Failure failure) {
        finish();
        reply.failed(failure);
    }

    private void outOfTime() {
        totalTimer = NO_TIMER;
        var failure = UpstreamFailure.of(ErrorType.UPSTREAM_TIMEOUT_TOTAL, "Google did not finish in time");
        var running = attempt;
        if (running != null) {
            attempt = null;
            running.giveUp(failure);
        }
        fail(ClientMessage.of(failure));
    }

    private void finish() {
        over = true;
        waiting.leave();
        if (totalTimer != NO_TIMER) {
            relay.vertx().cancelTimer(totalTimer);
            totalTimer = NO_TIMER;
        }
        if (waitTimer != NO_TIMER) {
            relay.vertx().cancelTimer(waitTimer);
            waitTimer = NO_TIMER;
        }
    }
}
