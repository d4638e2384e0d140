package io.geminigateway.benchmarks.pool;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.pool.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A pretend Google: accounts with quotas, speeds and troubles. Times are seconds.
final class World {
    static final int MODELS = 3;
    static final double[] PER_MINUTE = {5, 10, 15};
    static final double[] PER_DAY = {100, 250, 1000};
    static final List<ModelName> NAMES =
            List.of(new ModelName("pro"), new ModelName("flash"), new ModelName("flash-lite"));

    private static final double[] FIRST_EVENT = {3, 1, 0.6};
    private static final double[] OUTPUT = {6, 3, 2};
    private static final double REFUSAL = 0.15;
    private static final double FIRST_EVENT_TIMEOUT = 30;
    private static final double STALLED = 0.1;
    private static final double CUT = 0.001;
    private static final double TOLD = 0.8;

    private final Scenario scenario;
    private final Agenda agenda;
    private final RandomGenerator random;
    private final List<SimulatedAccount> accounts;

    World(Scenario scenario, Agenda agenda, long stream) {
        this.scenario = scenario;
        this.agenda = agenda;
        this.random = new Random(stream * 7919 + 1);
        this.accounts = accounts(scenario, new Random(stream * 104_729 + 2));
    }

    List<SimulatedAccount> accounts() {
        return accounts;
    }

    /// What all accounts can serve together, in requests per second.
    static double capacity(Scenario scenario, List<SimulatedAccount> accounts) {
        var limits = scenario.has(Scenario.Daily.class) ? PER_DAY : PER_MINUTE;
        var seconds = scenario.has(Scenario.Daily.class) ? 86_400 : 60;
        var tiers = accounts.stream().mapToDouble(account -> account.tier).sum();
        return tiers * (limits[0] + limits[1] + limits[2]) / seconds;
    }

    /// A call under way.
    static final class Call {
        private final SimulatedAccount account;
        private boolean over;

        private Call(SimulatedAccount account) {
            this.account = account;
            account.inFlight++;
        }

        void cancel() {
            finish();
        }

        boolean over() {
            return over;
        }

        private boolean finish() {
            if (over) {
                return false;
            }
            over = true;
            account.inFlight--;
            return true;
        }
    }

    Call send(SimulatedAccount account, Request request, DoubleConsumer firstEvent, Consumer<Reply> end) {
        var reply = reply(account, request);
        var call = new Call(account);
        if (reply.answers()) {
            agenda.after(reply.first(), () -> {
                if (!call.over()) {
                    firstEvent.accept(reply.first());
                }
            });
        }
        agenda.after(reply.after(), () -> {
            if (call.finish()) {
                end.accept(reply);
            }
        });
        return call;
    }

    /// How likely a call would succeed: what only a clairvoyant knows.
    double chance(SimulatedAccount account, Request request) {
        return wait(account, request) == 0 && !crowded(account) ? 1 - errors(account, request.model()) : 0;
    }

    /// How long until the account is not out of quota.
    double wait(SimulatedAccount account, Request request) {
        if (agenda.now() >= account.diesAt) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(account.dayWait(request.model(), agenda.now()), account.minuteWait(request, agenda.now()));
    }

    boolean crowded(SimulatedAccount account) {
        return scenario.one(Scenario.AtOnce.class)
                .map(limit -> account.inFlight >= limit.calls() * account.tier)
                .orElse(false);
    }

    double typicalFirstEvent(SimulatedAccount account, int model) {
        var slow = account.slow.covers(model, agenda.now()) ? account.slowBy : 1;
        return FIRST_EVENT[model] * account.speed * slow * (1 + 0.15 * Math.max(0, account.inFlight - 4));
    }

    double errors(SimulatedAccount account, int model) {
        var now = agenda.now();
        var good = 1 - account.errors;
        if (account.broken.covers(model, now)) {
            good *= 0.1;
        }
        for (var outage : scenario.each(Scenario.Outage.class).toList()) {
            if (outage.covers(model, now)) {
                good *= 1 - outage.errors();
            }
        }
        return 1 - good;
    }

    boolean down(int model) {
        return scenario.each(Scenario.Outage.class).anyMatch(outage -> outage.covers(model, agenda.now()));
    }

    private Reply reply(SimulatedAccount account, Request request) {
        var now = agenda.now();
        var refusal = refusal(account, request);
        if (refusal != null) {
            return new Reply(REFUSAL, -1, refusal, false);
        }
        if (request.kind() == Request.Kind.BAD) {
            return new Reply(REFUSAL, -1, new Outcome.Ignored(), true);
        }
        account.take(request, now);
        var cached = account.remembers(request.conversation(), now) ? 0.5 : 1;
        var first = typicalFirstEvent(account, request.model()) * Math.exp(0.45 * random.nextGaussian()) * cached;
        if (request.kind() == Request.Kind.POISON || random.nextDouble() < errors(account, request.model())) {
            return random.nextDouble() < STALLED ? timeout() : new Reply(first / 2, -1, failed(), false);
        }
        if (first > FIRST_EVENT_TIMEOUT) {
            return timeout();
        }
        var output = OUTPUT[request.model()] * random.nextExponential();
        return random.nextDouble() < CUT
                ? new Reply(first + output / 2, first, new Outcome.CutShort(ErrorType.UPSTREAM_RESET), false)
                : new Reply(first + output, first, new Outcome.Succeeded(), false);
    }

    private @Nullable Outcome refusal(SimulatedAccount account, Request request) {
        var now = agenda.now();
        if (now >= account.diesAt) {
            return new Outcome.AuthFailed("sign in again");
        }
        if (crowded(account)) {
            return new Outcome.RateLimited(null, false);
        }
        var dayWait = account.dayWait(request.model(), now);
        if (dayWait > 0) {
            var told = random.nextBoolean() ? agenda.instant().plusMillis((long) (dayWait * 1000)) : null;
            return new Outcome.DailyQuota(told, false);
        }
        var wait = account.minuteWait(request, now);
        if (wait > 0) {
            var told = random.nextDouble() < TOLD ? Duration.ofNanos((long) (wait * 1e9)) : null;
            return new Outcome.RateLimited(told, false);
        }
        return null;
    }

    private static Outcome failed() {
        return new Outcome.Failed(ErrorType.UPSTREAM_5XX);
    }

    private static Reply timeout() {
        return new Reply(FIRST_EVENT_TIMEOUT, -1, new Outcome.Failed(ErrorType.UPSTREAM_TIMEOUT_FIRST), false);
    }

    private static List<SimulatedAccount> accounts(Scenario scenario, RandomGenerator random) {
        var tiers = tiers(scenario.accounts(), random);
        var spread = scenario.one(Scenario.Slowness.class)
                .map(Scenario.Slowness::spread)
                .orElse(0.35);
        var accounts = new ArrayList<SimulatedAccount>();
        for (var number = 0; number < scenario.accounts(); number++) {
            accounts.add(new SimulatedAccount(
                    number,
                    scenario,
                    tiers.get(number),
                    Math.exp(spread * random.nextGaussian()),
                    Math.exp(Math.log(0.001) + random.nextDouble() * Math.log(20)),
                    broken(scenario, number, random),
                    slow(scenario, random)));
        }
        die(scenario, accounts, random);
        return accounts;
    }

    private static List<Double> tiers(int accounts, RandomGenerator random) {
        var tiers = new ArrayList<Double>();
        for (var number = 0; number < accounts; number++) {
            var place = (number + 0.5) / accounts;
            tiers.add(place < 0.3 ? 0.5 : place < 0.8 ? 1 : 2);
        }
        Collections.shuffle(tiers, Random.from(random));
        return tiers;
    }

    private static Phases broken(Scenario scenario, int number, RandomGenerator random) {
        var breakdowns = scenario.each(Scenario.Breakdown.class)
                .filter(one -> one.account() == number)
                .map(one -> new Phases.Phase(one.from(), one.from() + one.lasting(), Phases.ALL));
        var episodes = scenario.each(Scenario.Episodes.class)
                .flatMap(every ->
                        Phases.about(every.every(), every.lasting(), 0.5, scenario.duration(), random)
                                .phases()
                                .stream());
        return new Phases(Stream.concat(breakdowns, episodes).toList());
    }

    private static Phases slow(Scenario scenario, RandomGenerator random) {
        return new Phases(scenario.each(Scenario.Slowness.class)
                .flatMap(every ->
                        Phases.about(every.every(), every.lasting(), 1, scenario.duration(), random).phases().stream())
                .toList());
    }

    private static void die(Scenario scenario, List<SimulatedAccount> accounts, RandomGenerator random) {
        var alive = new ArrayList<>(accounts);
        Collections.shuffle(alive, Random.from(random));
        for (var death : scenario.each(Scenario.Dying.class).toList()) {
            var count = (int) Math.round(death.share() * accounts.size());
            alive.subList(0, count).forEach(account -> account.diesAt = death.at());
            alive.subList(0, count).clear();
        }
    }
}
