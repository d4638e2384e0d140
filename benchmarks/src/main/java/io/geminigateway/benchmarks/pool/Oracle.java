package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.Outcome;
import java.util.Comparator;
import java.util.Set;

/// Knows what only Google knows: who has quota left, who is broken, who is slow. A bound for all others.
final class Oracle implements Balancer {
    private static final double COST_OF_FAILURE = 15;

    private final World world;
    private final Agenda agenda;

    Oracle(World world, Agenda agenda) {
        this.world = world;
        this.agenda = agenda;
    }

    @Override
    public Decision choose(Request request, Set<SimulatedAccount> tried) {
        var best = world.accounts().stream()
                .filter(account -> world.wait(account, request) == 0 && !world.crowded(account))
                .min(Comparator.comparingDouble(account -> cost(account, request.model())));
        if (best.isPresent()) {
            return new Decision.Use(best.get(), new Deaf());
        }
        var wait = world.accounts().stream()
                .mapToDouble(account -> Math.max(world.wait(account, request), world.crowded(account) ? 0.25 : 0))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return new Decision.Nobody(agenda.now() + wait, false);
    }

    @Override
    public boolean down(int model) {
        return world.down(model);
    }

    private double cost(SimulatedAccount account, int model) {
        return world.typicalFirstEvent(account, model) + COST_OF_FAILURE * world.errors(account, model);
    }

    private static final class Deaf implements Report {
        @Override
        public void end(Outcome outcome) {}
    }
}
