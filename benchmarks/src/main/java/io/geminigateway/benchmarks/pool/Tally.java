package io.geminigateway.benchmarks.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What came of a run. Only requests that could be served count: those at fault, and those whose client
/// left, do not.
final class Tally {
    private static final int STRETCHES = 180;

    private final Map<Long, Double> firstEvents = new HashMap<>();
    private final List<Double> latencies = new ArrayList<>();
    private final double duration;
    private final double[] regret = new double[STRETCHES];
    private final int[] toFirstAccount = new int[STRETCHES];
    private final int[] toAll = new int[STRETCHES];
    private final List<Double> recoveries = new ArrayList<>();
    private final Map<SimulatedAccount, Double> served = new HashMap<>();
    private int eligible;
    private int successes;
    private int attempts;

    Tally(double duration) {
        this.duration = duration;
    }

    void attempt(Request request, SimulatedAccount account, World world, double now) {
        attempts++;
        toAll[stretch(now)]++;
        if (account.number == 0) {
            toFirstAccount[stretch(now)]++;
        }
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
        } else {
            regret[stretch(now)]++;
        }
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

    /// Share of the calls that went to the first account, in each stretch of the run.
    double[] firstAccountShare() {
        return IntStream.range(0, STRETCHES)
                .mapToDouble(stretch -> (double) toFirstAccount[stretch] / Math.max(toAll[stretch], 1))
                .toArray();
    }

    private int stretch(double now) {
        return Math.min((int) (now / duration * STRETCHES), STRETCHES - 1);
    }

    private static double quantile(List<Double> values, double quantile) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.min((int) (quantile * sorted.size()), sorted.size() - 1));
    }
}
