package io.geminigateway.pool;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Credentials;
import io.geminigateway.gemini.ModelName;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// An account in the pool, and what is known of it. Choosing reads it without a lock; its own monitor
/// guards all writing, that of its arms included, except for the counts of calls in flight.
final class Member {
    private final PoolSettings settings;
    private final Gate gate;
    private final Recent<ModelName, Arm> arms;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Account account;
    private volatile Belief belief = Belief.NONE;
    private volatile PoolSnapshot.@Nullable Parked parked;

    private long authFailedAt = Long.MIN_VALUE;
    private boolean authFailed;

    Member(Account account, PoolSettings settings) {
        this.account = account;
        this.settings = settings;
        this.gate = new Gate(settings.probe());
        this.arms = new Recent<>(settings.models());
    }

    Account account() {
        return account;
    }

    AccountId id() {
        return account.id();
    }

    Gate gate() {
        return gate;
    }

    Belief belief() {
        return belief;
    }

    int inFlight() {
        return inFlight.get();
    }

    PoolSnapshot.@Nullable Parked parked() {
        return parked;
    }

    Iterable<Arm> arms() {
        return arms.all();
    }

    @Nullable
    Arm findArm(ModelName model) {
        return arms.find(model);
    }

    Arm arm(ModelName model) {
        return arms.obtain(model, name -> new Arm(name, settings));
    }

    void begin() {
        inFlight.incrementAndGet();
    }

    void end() {
        inFlight.decrementAndGet();
    }

    void learn(double successes, double failures, long now) {
        belief = belief.with(successes, failures, settings.belief(), now);
    }

    /// A refused credential: a pause for all models, in which it may be refreshed.
    void refuse(Freeze freeze, long now, Notices notices) {
        authFailed = true;
        authFailedAt = now;
        if (gate.close(freeze, now)) {
            notices.frozen(account, null, freeze);
        }
    }

    /// A pause for all models that says nothing against the account.
    void rest(Freeze freeze, long now, Notices notices) {
        if (gate.close(freeze, now)) {
            notices.frozen(account, null, freeze);
        }
    }

    /// A credential that was accepted. A freeze that came after the probe was sent stays.
    void accept(Lease lease, long now, Notices notices) {
        if (lease.sent() > authFailedAt) {
            authFailed = false;
        }
        var thaws = lease.memberProbe() && gate.state(now) != PoolSnapshot.State.FROZEN;
        var ended = thaws ? gate.reopen() : null;
        if (ended != null) {
            notices.thawed(account, null, ended);
        }
    }

    /// Whether the account's credential was refused before, and has not been accepted since.
    boolean authFailed() {
        return authFailed;
    }

    boolean predatesAuthFailure(long sent) {
        return sent <= authFailedAt;
    }

    void park(PoolSnapshot.Parked why, Notices notices) {
        if (parked == null) {
            parked = why;
            notices.parked(account, why.cause(), why.remedy());
        }
    }

    void restore(PoolState.AccountState state, long at) {
        belief = Belief.of(state.evidence(), at);
        parked = state.parked();
        var freeze = state.freeze();
        if (freeze != null) {
            gate.close(freeze, at);
            authFailed = true;
            authFailedAt = freeze.since().toEpochMilli();
        }
    }

    /// Takes the account's file as it is now. True if it comes with other credentials.
    boolean replace(Account next) {
        var other = !sameLogin(account.credentials(), next.credentials());
        account = next;
        return other;
    }

    /// Forgets what stood against the credentials.
    void pardon(Notices notices) {
        var ended = gate.reopen();
        if (ended != null) {
            notices.thawed(account, null, ended);
        }
        if (parked != null) {
            notices.unparked(account);
        }
        parked = null;
        authFailed = false;
    }

    void close(Arm arm, Freeze freeze, long now, Notices notices) {
        if (arm.close(freeze, now)) {
            notices.frozen(account, arm.model(), freeze);
        }
    }

    /// A probe went well; a freeze that came after it was sent stays.
    void thaw(Arm arm, long now, Notices notices) {
        if (arm.gate().state(now) != PoolSnapshot.State.FROZEN) {
            reopen(arm, notices);
        }
    }

    void reopen(Arm arm, Notices notices) {
        var ended = arm.gate().reopen();
        if (ended != null) {
            notices.thawed(account, arm.model(), ended);
        }
    }

    /// The model was to blame for the failures since `begin`, not the account.
    void absolve(Arm arm, long begin, Notices notices) {
        var freeze = arm.gate().freeze();
        if (freeze != null
                && freeze.cause() == FreezeCause.FAILURES
                && freeze.since().toEpochMilli() >= begin) {
            arm.recover();
            reopen(arm, notices);
        }
    }

    /// Tells of freezes that have ended since the last time.
    void sweep(long now, Notices notices) {
        var ended = gate.overSince(now);
        if (ended != null) {
            notices.thawed(account, null, ended);
        }
        for (var arm : arms.all()) {
            var armEnded = arm.gate().overSince(now);
            if (armEnded != null) {
                notices.thawed(account, arm.model(), armEnded);
            }
        }
    }

    /// Access tokens come and go; who the account is does not change by that.
    private static boolean sameLogin(Credentials one, Credentials other) {
        if (one instanceof Credentials.Login before && other instanceof Credentials.Login after) {
            return withoutToken(before).equals(withoutToken(after));
        }
        return one.equals(other);
    }

    private static Credentials.Login withoutToken(Credentials.Login login) {
        return new Credentials.Login(login.client(), login.refreshToken(), null);
    }
}
