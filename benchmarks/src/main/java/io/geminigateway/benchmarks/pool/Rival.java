package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.Outcome;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What other ways to choose have in common: they pick one of those that are not out.
abstract class Rival implements Balancer {
    private final World world;
    private final Agenda agenda;
    private final RandomGenerator random;

    Rival(World world, Agenda agenda, RandomGenerator random) {
        this.world = world;
        this.agenda = agenda;
        this.random = random;
    }

    /// The time until which the account is out for a model; in the past if it is not.
    abstract double outUntil(SimulatedAccount account, int model);

    abstract SimulatedAccount pick(List<SimulatedAccount> candidates, Request request);

    abstract void ended(SimulatedAccount account, Request request, double sent, Outcome outcome);

    void firstEvent(SimulatedAccount account, Request request, double seconds) {}

    final RandomGenerator random() {
        return random;
    }

    final double now() {
        return agenda.now();
    }

    final SimulatedAccount anyOf(List<SimulatedAccount> candidates) {
        return candidates.get(random.nextInt(candidates.size()));
    }

    @Override
    public final Decision choose(Request request, Set<SimulatedAccount> tried) {
        var ready = world.accounts().stream()
                .filter(account -> outUntil(account, request.model()) <= now())
                .toList();
        var candidates =
                ready.stream().filter(account -> !tried.contains(account)).toList();
        if (!candidates.isEmpty()) {
            var account = pick(candidates, request);
            return new Decision.Use(account, report(account, request));
        }
        var until = world.accounts().stream()
                .mapToDouble(account -> outUntil(account, request.model()))
                .filter(time -> time > now())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return new Decision.Nobody(until, !ready.isEmpty());
    }

    private Report report(SimulatedAccount account, Request request) {
        var sent = now();
        return new Report() {
            @Override
            public void firstEvent(double seconds) {
                Rival.this.firstEvent(account, request, seconds);
            }

            @Override
            public void end(Outcome outcome) {
                ended(account, request, sent, outcome);
            }
        };
    }
}
