package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.Outcome;
import java.util.List;
import java.util.random.RandomGenerator;

/// A shuffle with cooldowns, as LiteLLM's router does by default: an account rests 5 s for a model after
/// a rate limit or a refused credential, and when more than half of its calls within a minute failed, of
/// five at least.
final class Cooldowns extends Rival {
    private static final double REST = 5;

    private final double[][] until;
    private final int[][] failed;
    private final int[][] calls;
    private final double[][] minute;

    Cooldowns(World world, Agenda agenda, RandomGenerator random) {
        super(world, agenda, random);
        var accounts = world.accounts().size();
        this.until = new double[accounts][World.MODELS];
        this.failed = new int[accounts][World.MODELS];
        this.calls = new int[accounts][World.MODELS];
        this.minute = new double[accounts][World.MODELS];
    }

    @Override
    double outUntil(SimulatedAccount account, int model) {
        return until[account.number][model];
    }

    @Override
    SimulatedAccount pick(List<SimulatedAccount> candidates, Request request) {
        return anyOf(candidates);
    }

    @Override
    void ended(SimulatedAccount account, Request request, double sent, Outcome outcome) {
        var number = account.number;
        var model = request.model();
        if (Math.floor(now() / 60) > minute[number][model]) {
            minute[number][model] = Math.floor(now() / 60);
            failed[number][model] = 0;
            calls[number][model] = 0;
        }
        calls[number][model]++;
        switch (outcome) {
            case Outcome.RateLimited _, Outcome.DailyQuota _, Outcome.AuthFailed _ -> rest(number, model);
            case Outcome.Failed _, Outcome.CutShort _ -> {
                failed[number][model]++;
                if (calls[number][model] >= 5 && failed[number][model] * 2 > calls[number][model]) {
                    rest(number, model);
                }
            }
            case Outcome.Succeeded _,
                    Outcome.Parked _,
                    Outcome.ModelDenied _,
                    Outcome.ModelOverloaded _,
                    Outcome.Ignored _ -> {}
        }
    }

    private void rest(int number, int model) {
        until[number][model] = now() + REST;
    }
}
