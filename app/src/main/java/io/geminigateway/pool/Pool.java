package io.geminigateway.pool;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.gemini.ModelName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// All accounts, and which of them serves next. Thread-safe.
public final class Pool {
    /*
     * Choosing happens on all event loops at once and takes no lock: it reads what each account last published, draws,
     * and takes its place by counting itself in (or, after a freeze, by a compare-and-set that only one call wins; the
     * loser chooses again). What calls report is written under the monitor of the one account that they concern. No
     * lock is ever held across two accounts, nor while the listener is told.
     */
    private final PoolSettings settings;
    private final InstantSource clock;
    private final Supplier<RandomGenerator> random;
    private final PoolListener listener;
    private final ThompsonSampling sampling;
    private final Judge judge;
    private final ProbeBudget probes;
    private final Recent<ModelName, Model> models;
    private volatile Roster roster = Roster.EMPTY;

    /// The clock should not jump: freezes are moments in it. `random` is asked for each choice, on the
    /// thread that makes it.
    public Pool(PoolSettings settings, InstantSource clock, Supplier<RandomGenerator> random, PoolListener listener) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.listener = listener;
        this.sampling = new ThompsonSampling(settings);
        this.judge = new Judge(settings);
        this.probes = new ProbeBudget(settings.probe());
        this.models = new Recent<>(settings.models());
    }

    /// Sets the accounts that exist. What is known of those that stay is kept; one that comes with other
    /// credentials is no longer parked.
    public void accounts(Collection<Account> accounts) {
        var notices = new Notices();
        synchronized (this) {
            roster = roster.next(accounts, settings);
            for (var account : accounts) {
                var member = roster.find(account.id());
                if (member != null) {
                    renew(member, account, notices);
                }
            }
        }
        notices.tell(listener);
    }

    public Choice choose(Ask ask) {
        var chance = random.get();
        if (ask.tried().isEmpty()) {
            probes.pay();
        }
        while (true) {
            var now = clock.millis();
            var present = roster;
            var pick = sampling.pick(present, ask, usual(ask.model(), now), now, chance);
            var best = pick.best();
            if (best == null) {
                return Refusal.of(present, ask, now, settings.probe());
            }
            var awaiting = pick.awaitingProbe();
            var lease = awaiting != null && awaiting != best && mayProbe(ask, now)
                    ? lease(awaiting, ask.model(), now)
                    : lease(best, ask.model(), now);
            if (lease != null) {
                return new Choice.Chosen(lease);
            }
        }
    }

    /// An operator's word: every freeze of the account ends, and it is no longer parked. False if there
    /// is none such.
    public boolean thaw(AccountId id) {
        var member = roster.find(id);
        if (member == null) {
            return false;
        }
        var notices = new Notices();
        synchronized (member) {
            member.pardon(notices);
            for (var arm : member.arms()) {
                member.reopen(arm, notices);
            }
        }
        notices.tell(listener);
        return true;
    }

    /// An operator's word: the account takes no calls for so long, whatever the model. It never shortens a freeze.
    /// False if there is none such.
    public boolean freeze(AccountId id, Duration pause) {
        var member = roster.find(id);
        if (member == null) {
            return false;
        }
        var now = clock.millis();
        var notices = new Notices();
        synchronized (member) {
            member.rest(Freeze.lasting(pause, FreezeCause.OPERATOR, 0, now), now, notices);
        }
        notices.tell(listener);
        return true;
    }

    /// An operator's word for all: how many accounts were frozen, for a model at least, or parked.
    public int thawAll() {
        var out = snapshot().accounts().stream().filter(Pool::isHeldBack).toList();
        return (int) out.stream().filter(member -> thaw(member.id())).count();
    }

    private static boolean isHeldBack(PoolSnapshot.Member member) {
        return member.state() != PoolSnapshot.State.ACTIVE
                || member.models().stream().anyMatch(arm -> arm.state() != PoolSnapshot.State.ACTIVE);
    }

    /// To be called about once a second: tells the listener of freezes that are over.
    public void sweep() {
        var now = clock.millis();
        var notices = new Notices();
        for (var member : roster.members()) {
            synchronized (member) {
                member.sweep(now, notices);
            }
        }
        notices.tell(listener);
    }

    public PoolSnapshot snapshot() {
        var now = clock.instant();
        return new PoolSnapshot(
                now,
                roster.members().stream()
                        .map(member -> Portrait.of(member, settings.belief(), now.toEpochMilli()))
                        .toList());
    }

    void answering(Lease lease, Duration latency) {
        var now = clock.millis();
        var notices = new Notices();
        models.obtain(lease.model(), name -> new Model()).learn(latency, settings.latency(), now);
        synchronized (lease.member()) {
            judge.answering(lease, latency, now, notices);
        }
        notices.tell(listener);
    }

    void ended(Lease lease, Outcome outcome) {
        var now = clock.millis();
        var notices = new Notices();
        synchronized (lease.member()) {
            judge.ended(lease, outcome, now, random.get(), notices);
            lease.release();
        }
        if (isProjectWide(outcome)) {
            share(lease, now, notices);
        }
        notices.tell(listener);
    }

    /// Whether this request may find out what the draw would not have: only its first attempt, and within
    /// the budget.
    private boolean mayProbe(Ask ask, long now) {
        return ask.tried().isEmpty() && probes.spend(now);
    }

    private Latency usual(ModelName name, long now) {
        var model = models.find(name);
        if (model == null) {
            return Latency.UNKNOWN;
        }
        model.use(now);
        return model.latency();
    }

    /// Null if another call became the probe in between.
    private @Nullable Lease lease(Member member, ModelName model, long now) {
        var arm = member.arm(model);
        var memberPass = member.gate().enter(now);
        if (memberPass == Gate.Pass.NONE) {
            return null;
        }
        var armPass = arm.gate().enter(now);
        if (armPass == Gate.Pass.NONE) {
            member.gate().leave(now);
            return null;
        }
        member.begin();
        arm.begin(now);
        return new Lease(this, member, memberPass, arm, armPass, now);
    }

    /// The accounts of one Cloud project share its quotas.
    private void share(Lease lease, long now, Notices notices) {
        var project = lease.account().project();
        var freeze = lease.arm().gate().freeze();
        if (project.isEmpty() || freeze == null) {
            return;
        }
        for (var member : roster.members()) {
            if (member != lease.member() && member.account().project().equals(project)) {
                synchronized (member) {
                    member.close(member.arm(lease.model()), freeze, now, notices);
                }
            }
        }
    }

    private static void renew(Member member, Account account, Notices notices) {
        synchronized (member) {
            if (member.replace(account)) {
                member.pardon(notices);
            }
        }
    }

    private static boolean isProjectWide(Outcome outcome) {
        return switch (outcome) {
            case Outcome.RateLimited limited -> limited.projectWide();
            case Outcome.DailyQuota quota -> quota.projectWide();
            case Outcome.Succeeded _,
                    Outcome.AuthFailed _,
                    Outcome.Parked _,
                    Outcome.ModelDenied _,
                    Outcome.Failed _,
                    Outcome.CutShort _,
                    Outcome.ModelOverloaded _,
                    Outcome.Ignored _ -> false;
        };
    }
}
