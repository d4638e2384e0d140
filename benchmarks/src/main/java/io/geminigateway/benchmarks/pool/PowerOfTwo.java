package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// The better one of two random accounts, by moving averages of latency and success, as Finagle and
/// Linkerd do; with freezing by cause.
final class PowerOfTwo extends Rival {
    private static final double FADING = 30;

    private final CauseFreezes freezes;
    private final double[][] latency;
    private final double[][] success;
    private final double[][] latencyAsOf;

    PowerOfTwo(World world, Agenda agenda, RandomGenerator random) {
        super(world, agenda, random);
        var accounts = world.accounts().size();
        this.freezes = new CauseFreezes(world, agenda, random);
        this.latency = new double[accounts][World.MODELS];
        this.success = new double[accounts][World.MODELS];
        this.latencyAsOf = new double[accounts][World.MODELS];
        for (var models : success) {
            Arrays.fill(models, 1);
        }
    }

    @Override
    double outUntil(SimulatedAccount account, int model) {
        return freezes.until(account, model);
    }

    @Override
    SimulatedAccount pick(List<SimulatedAccount> candidates, Request request) {
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        var place = random().nextInt(candidates.size());
        var one = candidates.get(place);
        var other = candidates.get((place + 1 + random().nextInt(candidates.size() - 1)) % candidates.size());
        return cost(one, request.model()) <= cost(other, request.model()) ? one : other;
    }

    @Override
    void firstEvent(SimulatedAccount account, Request request, double seconds) {
        var model = request.model();
        var left = Math.exp((latencyAsOf[account.number][model] - now()) / FADING);
        var before = latency[account.number][model];
        latency[account.number][model] = before == 0 ? seconds : before * left + seconds * (1 - left);
        latencyAsOf[account.number][model] = now();
    }

    @Override
    void ended(SimulatedAccount account, Request request, double sent, Outcome outcome) {
        freezes.end(account, request.model(), sent, outcome);
        var good = outcome instanceof Outcome.Succeeded;
        if (good || outcome instanceof Outcome.Failed || outcome instanceof Outcome.CutShort) {
            var models = success[account.number];
            models[request.model()] = 0.9 * models[request.model()] + (good ? 0.1 : 0);
        }
    }

    private double cost(SimulatedAccount account, int model) {
        return (latency[account.number][model] + 0.01)
                * (account.inFlight + 1)
                / Math.pow(Math.max(success[account.number][model], 0.05), 4);
    }
}
