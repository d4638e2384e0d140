package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.Outcome;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The algorithm that this project began with: Thompson sampling over all that ever happened, and any
/// error, even a client's own, freezes the account for 5 to 45 minutes.
final class Original extends Rival {
    private final double[] successes;
    private final double[] failures;
    private final double[] until;

    Original(World world, Agenda agenda, RandomGenerator random) {
        super(world, agenda, random);
        var accounts = world.accounts().size();
        this.successes = new double[accounts];
        this.failures = new double[accounts];
        this.until = new double[accounts];
        Arrays.fill(successes, 1);
        Arrays.fill(failures, 1);
    }

    @Override
    double outUntil(SimulatedAccount account, int model) {
        return until[account.number];
    }

    @Override
    SimulatedAccount pick(List<SimulatedAccount> candidates, Request request) {
        var draws = candidates.stream()
                .mapToDouble(account -> beta(successes[account.number], failures[account.number]))
                .toArray();
        return IntStream.range(0, draws.length)
                .boxed()
                .max(Comparator.comparingDouble(index -> draws[index]))
                .map(candidates::get)
                .orElseThrow();
    }

    @Override
    void ended(SimulatedAccount account, Request request, double sent, Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded) {
            successes[account.number]++;
        } else {
            failures[account.number]++;
            until[account.number] = now() + 300 + 2400 * random().nextDouble();
        }
    }

    /// Beta for whole parameters of one or more is a quotient of sums of exponentials; many are well
    /// normal.
    private double beta(double alpha, double beta) {
        var x = gamma(alpha);
        return x / (x + gamma(beta));
    }

    private double gamma(double shape) {
        if (shape > 50) {
            return Math.max(shape + Math.sqrt(shape) * random().nextGaussian(), 1);
        }
        var sum = 0.0;
        for (var term = 0; term < shape; term++) {
            sum += random().nextExponential();
        }
        return sum;
    }
}
