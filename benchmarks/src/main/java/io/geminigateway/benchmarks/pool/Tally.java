package io.geminigateway.benchmarks.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What came of a run. Only requests that could be served count: those at fault, and those whose client
/// left, do not.
final class Tally {
    private static final int STRETCHES = 60;

    /// So many answers in a row, and a model is well again.
    private static final int WELL = 20;

    private final Map<Long, Double> firstEvents = new HashMap<>();
    private final List<Double> latencies = new ArrayList<>();
    private final Scenario scenario;
    private final double[] regret = new double[STRETCHES];
    private final int[][] calls;
    private final int[] allCalls = new int[STRETCHES];
    private final List<Double> recoveries = new ArrayList<>();
    private final Map<SimulatedAccount, Double> served = new HashMap<>();
    private final int[] goodInARow = new int[World.MODELS];
    private final double[] goodSince = new double[World.MODELS];
    private final Set<Scenario.Outage> outlived = new HashSet<>();
    private int eligible;
    private int successes;
    private int attempts;

    Tally(Scenario scenario) {
        this.scenario = scenario;
        this.calls = new int[scenario.accounts()][STRETCHES];
    }

    void attempt(Request request, SimulatedAccount account, World world, double now) {
        attempts++;
        allCalls[stretch(now)]++;
        calls[account.number][stretch(now)]++;
        if (request.kind() == Request.Kind.GOOD) {
            var best = world.accounts().stream()
                    .mapToDouble(other -> world.chance(other, request))
                    .max()
                    .orElse(0);
            regret[stretch(now)] += best - world.chance(account, request);
        }
    }

    void firstEvent(Request request, double now) {
        firstEvents.put(request.number(), now - request.arrival());
    }

    void finished(Request request, boolean success, double now) {
        if (request.kind() != Request.Kind.GOOD) {
            return;
        }
        eligible++;
        if (success) {
            successes++;
            latencies.add(firstEvents.getOrDefault(request.number(), 0.0));
            if (goodInARow[request.model()]++ == 0) {
                goodSince[request.model()] = now;
            }
            outlive(request.model(), now);
        } else {
            regret[stretch(now)]++;
            goodInARow[request.model()] = 0;
        }
    }

    /// How long after the end of an outage the model was well again for the clients.
    private void outlive(int model, double now) {
        scenario.each(Scenario.Outage.class)
                .filter(outage -> outage.model() == model && outage.end() <= now)
                .filter(outage -> goodInARow[model] >= WELL && outlived.add(outage))
                .forEach(outage -> recoveries.add(Math.max(goodSince[model] - outage.end(), 0)));
    }

    /// An account answered: how long after the end of its last trouble, if this is the first time since.
    void answered(SimulatedAccount account, double now) {
        var before = served.put(account, now);
        account.broken.phases().stream()
                .filter(phase -> phase.model() == Phases.ALL && phase.to() <= now)
                .mapToDouble(Phases.Phase::to)
                .max()
                .ifPresent(end -> {
                    if (before != null && before < end) {
                        recoveries.add(now - end);
                    }
                });
    }

    int successes() {
        return successes;
    }

    double success() {
        return (double) successes / Math.max(eligible, 1);
    }

    double attemptsPerSuccess() {
        return (double) attempts / Math.max(successes, 1);
    }

    double latency(double quantile) {
        return quantile(latencies, quantile);
    }

    double recovery() {
        return quantile(recoveries, 0.5);
    }

    double regret() {
        return IntStream.range(0, STRETCHES)
                .mapToDouble(stretch -> regret[stretch])
                .sum();
    }

    /// Regret so far, at the end of each stretch of the run.
    double[] regretSoFar() {
        var sums = regret.clone();
        for (var stretch = 1; stretch < STRETCHES; stretch++) {
            sums[stretch] += sums[stretch - 1];
        }
        return sums;
    }

    /// Share of the calls that went to an account, in each stretch of the run.
    double[] share(int account) {
        return IntStream.range(0, STRETCHES)
                .mapToDouble(stretch -> (double) calls[account][stretch] / Math.max(allCalls[stretch], 1))
                .toArray();
    }

    private int stretch(double now) {
        return Math.min((int) (now / scenario.duration() * STRETCHES), STRETCHES - 1);
    }

    private static double quantile(List<Double> values, double quantile) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.min((int) (quantile * sorted.size()), sorted.size() - 1));
    }
}
