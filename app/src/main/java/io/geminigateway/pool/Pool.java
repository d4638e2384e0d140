package io.geminigateway.pool;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.gemini.ModelName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// All accounts, and which of them serves next. Thread-safe.
public final class Pool {
    /*
     * Choosing happens on all event loops at once and takes no lock while it compares: it reads what each account last
     * published, and draws. The one that is chosen is taken by counting the call in (or, after a freeze, by a
     * compare-and-set that only one call wins; the loser chooses again). What calls report is written under the monitor
     * of the one account that they concern. No lock is ever held across two accounts, nor while the listener is told.
     */
    private final PoolSettings settings;
    private final InstantSource clock;
    private final Supplier<RandomGenerator> random;
    private final PoolListener listener;
    private final ThompsonSampling sampling;
    private final Judge judge;
    private final ProbeBudget probes;
    private final Recent<ModelName, Model> models;
    private final Conversations conversations;
    private final LongAdder reports = new LongAdder();
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
        this.conversations = new Conversations(
                settings.score().conversations(), settings.score().cache());
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
        var model = model(ask.model());
        if (ask.tried().isEmpty()) {
            probes.pay();
        }
        if (model.breaker().down() && !model.breaker().admits(clock.millis())) {
            return modelDown(model);
        }
        while (true) {
            var now = clock.millis();
            var present = roster.able(ask);
            var pick = sampling.pick(present, ask, outlook(model, ask, now), now, chance);
            model.use(pick.headroom(), now);
            var best = pick.best();
            if (best == null) {
                var refusal = Refusal.of(present, ask, settings, now);
                if (refusal.desperate() && model.panic(settings.probe(), now)) {
                    tryNevertheless(present, ask.model(), now);
                    continue;
                }
                return refusal.choice(model.panicsFrom(settings.probe()));
            }
            var awaiting = pick.awaitingProbe();
            var lease = awaiting != null && awaiting != best && mayProbe(ask, now)
                    ? lease(awaiting, ask, now)
                    : lease(best, ask, now);
            if (lease != null) {
                return new Choice.Chosen(lease);
            }
        }
    }

    /// Whether a model seems to be down, whoever asks: then a request deserves one more try, and more
    /// patience.
    public boolean down(ModelName name) {
        var model = models.find(name);
        return model != null && model.breaker().down();
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
        reports.increment();
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
        reports.increment();
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

    /// How often something was learned, or told by an operator: as long as this stays the same, so does the state.
    public long reports() {
        return reports.sum();
    }

    /// What has been learned, for a store. Cheap enough for every few seconds.
    public PoolState state() {
        return new Memory(settings).write(roster, clock.instant());
    }

    /// Takes up what was learned before, of the accounts that are present. To be called before the first
    /// choice.
    public void restore(PoolState state) {
        new Memory(settings).read(state, roster);
    }

    /// How each account would stand in a choice made now: the best first, then those that are out. Draws
    /// anew each time and changes nothing.
    public List<Candidate> explain(Ask ask) {
        var now = clock.millis();
        var model = models.find(ask.model());
        var outlook = outlook(model == null ? new Model(settings.breaker()) : model, ask, now);
        return roster.members().stream()
                .map(member -> sampling.explain(member, ask, outlook, settings, now, random.get()))
                .sorted(Comparator.comparing((Candidate candidate) -> candidate.out() != null)
                        .thenComparing(
                                Comparator.comparingDouble(Candidate::score).reversed()))
                .toList();
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
        var model = model(lease.model());
        model.learn(latency, settings.latency(), now);
        model.breaker().good(lease.account().id(), lease.sent(), now);
        conversations.served(lease.conversation(), lease.member(), now);
        synchronized (lease.member()) {
            judge.answering(lease, latency, now, notices);
        }
        notices.tell(listener);
    }

    void ended(Lease lease, Outcome outcome) {
        var now = clock.millis();
        var notices = new Notices();
        var blamed = blame(lease, outcome, now, notices);
        synchronized (lease.member()) {
            judge.ended(lease, blamed, now, random.get(), notices);
            lease.release();
        }
        reports.increment();
        if (isProjectWide(outcome)) {
            share(lease, now, notices);
        }
        notices.tell(listener);
    }

    /// The outcome as far as the account is to blame for it: while its model is down, no account is to
    /// blame for failures.
    private Outcome blame(Lease lease, Outcome outcome, long now, Notices notices) {
        var breaker = model(lease.model()).breaker();
        var failure = ModelFailure.of(outcome);
        if (failure == ModelFailure.NONE) {
            if (outcome instanceof Outcome.Succeeded) {
                breaker.good(lease.account().id(), lease.sent(), now);
            }
            return outcome;
        }
        var expected = 1
                - Posterior.of(lease.member().belief(), lease.arm().belief(), settings.belief(), now)
                        .mean();
        if (breaker.bad(lease.account().id(), expected, failure == ModelFailure.MARKED, lease.sent(), now)) {
            absolve(lease.model(), now, notices);
        }
        return breaker.down() ? new Outcome.ModelOverloaded(null) : outcome;
    }

    /// A model turns out to be down: the freezes that this caused are lifted.
    private void absolve(ModelName model, long now, Notices notices) {
        var begin = now - settings.breaker().window().toMillis();
        for (var member : roster.members()) {
            var arm = member.findArm(model);
            if (arm != null) {
                synchronized (member) {
                    member.absolve(arm, begin, notices);
                }
            }
        }
    }

    /// Nobody is left but accounts that rest after failures: the first one to thaw is tried at once.
    private void tryNevertheless(Roster present, ModelName model, long now) {
        present.members().stream()
                .map(member -> new Resting(member, member.findArm(model)))
                .filter(Resting::afterFailures)
                .min(Comparator.comparing(Resting::until))
                .ifPresent(resting -> resting.hasten(now));
    }

    private Choice modelDown(Model model) {
        var now = clock.millis();
        return new Choice.Exhausted(
                Instant.ofEpochMilli(model.breaker().admitsFrom(now)),
                Choice.Reason.MODEL,
                "the model seems to be down");
    }

    private Outlook outlook(Model model, Ask ask, long now) {
        return new Outlook(
                model.latency(), sampling.slack(model.headroom()), conversations.server(ask.conversation(), now));
    }

    private Model model(ModelName name) {
        return models.obtain(name, any -> new Model(settings.breaker()));
    }

    /// Whether this request may find out what the draw would not have: only its first attempt, and within
    /// the budget.
    private boolean mayProbe(Ask ask, long now) {
        return ask.tried().isEmpty() && probes.spend(now);
    }

    /// Null if another call became the probe in between.
    private @Nullable Lease lease(Member member, Ask ask, long now) {
        var arm = member.arm(ask.model());
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
        var trial = arm.begin(now);
        return new Lease(this, member, memberPass, arm, armPass, ask.conversation(), trial, now);
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
