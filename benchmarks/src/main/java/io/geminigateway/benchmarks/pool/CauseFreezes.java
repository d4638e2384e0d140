package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.Outcome;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Freezing by cause, without anything else of the pool: for rivals that only choose in another way.
final class CauseFreezes {
    private final Agenda agenda;
    private final RandomGenerator random;
    private final double[][] until;
    private final int[][] levels;
    private final double[][] since;
    private final int[] refused;

    CauseFreezes(World world, Agenda agenda, RandomGenerator random) {
        var accounts = world.accounts().size();
        this.agenda = agenda;
        this.random = random;
        this.until = new double[accounts][World.MODELS];
        this.levels = new int[accounts][World.MODELS];
        this.since = new double[accounts][World.MODELS];
        this.refused = new int[accounts];
    }

    double until(SimulatedAccount account, int model) {
        return until[account.number][model];
    }

    void end(SimulatedAccount account, int model, double sent, Outcome outcome) {
        var now = agenda.now();
        var levelsHere = levels[account.number];
        var fresh = sent > since[account.number][model];
        switch (outcome) {
            case Outcome.Succeeded _ -> {
                levelsHere[model] = 0;
                refused[account.number] = 0;
            }
            case Outcome.RateLimited limited -> {
                var delay = limited.delay();
                if (delay != null) {
                    freeze(account, model, now + delay.toNanos() / 1e9 * 1.02);
                } else if (fresh) {
                    freeze(account, model, now + jittered(Math.min(60, 2 * Math.pow(2, levelsHere[model]++))));
                }
            }
            case Outcome.DailyQuota quota -> {
                var resets = quota.resetsAt();
                freeze(account, model, resets != null ? Agenda.seconds(resets) : now + 3600);
            }
            case Outcome.AuthFailed _ ->
                Arrays.fill(
                        until[account.number], refused[account.number]++ == 0 ? now + 60 : Double.POSITIVE_INFINITY);
            case Outcome.Failed _, Outcome.CutShort _ -> {
                if (fresh) {
                    freeze(account, model, now + jittered(Math.min(120, 15 * Math.pow(2, levelsHere[model]++))));
                }
            }
            case Outcome.Parked _, Outcome.ModelDenied _, Outcome.ModelOverloaded _, Outcome.Ignored _ -> {}
        }
    }

    private void freeze(SimulatedAccount account, int model, double end) {
        since[account.number][model] = agenda.now();
        until[account.number][model] = Math.max(until[account.number][model], end);
    }

    private double jittered(double pause) {
        return pause * (0.5 + 0.5 * random.nextDouble());
    }
}
