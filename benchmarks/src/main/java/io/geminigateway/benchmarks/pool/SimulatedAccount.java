package io.geminigateway.benchmarks.pool;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/// An account as Google knows it: its quotas, its speed, its troubles.
final class SimulatedAccount {
    private static final double DAY = 86_400;

    final int number;
    final Account account;
    final double tier;
    final double speed;
    final double errors;
    final Phases broken;
    final Phases slow;
    final double slowBy;
    double diesAt = Double.POSITIVE_INFINITY;
    int inFlight;

    private final Quota[] requests;
    private final Quota[] days;
    private final Quota[] tokens;
    private final Map<Integer, Double> conversations = new HashMap<>();

    SimulatedAccount(
            int number, Scenario scenario, double tier, double speed, double errors, Phases broken, Phases slow) {
        this.number = number;
        this.account = new Account(
                new AccountId("a" + number),
                "a" + number + ".json",
                Backend.GEMINI_API,
                new Credentials.ApiKey(new Secret("key")),
                null,
                Account.GLOBAL);
        this.tier = tier;
        this.speed = speed;
        this.errors = errors;
        this.broken = broken;
        this.slow = slow;
        this.slowBy = scenario.one(Scenario.Slowness.class)
                .map(Scenario.Slowness::factor)
                .orElse(1.0);
        var windows = scenario.has(Scenario.Windows.class);
        this.requests = quotas(World.PER_MINUTE, limit -> windows ? Quota.window(limit, 60) : Quota.bucket(limit));
        this.days = quotas(
                World.PER_DAY,
                limit -> Quota.window(scenario.has(Scenario.Daily.class) ? limit : Double.POSITIVE_INFINITY, DAY));
        this.tokens = quotas(
                World.PER_MINUTE, limit -> Quota.bucket(scenario.has(Scenario.Tokens.class) ? 1.5 * limit : 1e12));
    }

    private Quota[] quotas(double[] limits, DoubleFunction<Quota> maker) {
        return IntStream.range(0, limits.length)
                .mapToObj(model -> maker.apply(limits[model] * tier))
                .toArray(Quota[]::new);
    }

    double dayWait(int model, double now) {
        return days[model].wait(1, now);
    }

    double minuteWait(Request request, double now) {
        return Math.max(
                requests[request.model()].wait(1, now), tokens[request.model()].wait(Math.min(request.size(), 5), now));
    }

    void take(Request request, double now) {
        days[request.model()].take(1, now);
        requests[request.model()].take(1, now);
        tokens[request.model()].take(request.size(), now);
    }

    /// Whether the prompt of the conversation is in the cache; from now on it is.
    boolean remembers(int conversation, double now) {
        var before = conversation < 0 ? null : conversations.put(conversation, now);
        return before != null && now - before < 300;
    }
}
