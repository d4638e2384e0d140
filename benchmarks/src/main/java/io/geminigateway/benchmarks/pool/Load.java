package io.geminigateway.benchmarks.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// The requests of a scenario: the same ones for every strategy.
final class Load {
    private static final double BURST = 20;
    private static final double BETWEEN_BURSTS = 120;
    private static final int CONVERSATIONS = 40;

    private Load() {}

    static List<Request> of(Scenario scenario, World world, long stream) {
        var random = new Random(stream * 15_485_863 + 3);
        var requests = new ArrayList<Request>();
        var mean = scenario.load() * World.capacity(scenario, world.accounts());
        var factor =
                scenario.one(Scenario.Bursts.class).map(Scenario.Bursts::factor).orElse(1.0);
        // The bursts come on top of a quieter time between them, so that the mean stays.
        var quiet = mean / (1 + (factor - 1) * BURST / BETWEEN_BURSTS);
        var peak = quiet * factor;
        for (var time = random.nextExponential() / peak;
                time < scenario.duration();
                time += random.nextExponential() / peak) {
            var rate = time % BETWEEN_BURSTS < BURST ? peak : quiet;
            if (random.nextDouble() < rate / peak) {
                requests.add(request(requests.size(), time, scenario, random));
            }
        }
        return requests;
    }

    private static Request request(int number, double time, Scenario scenario, RandomGenerator random) {
        var limits = scenario.has(Scenario.Daily.class) ? World.PER_DAY : World.PER_MINUTE;
        var place = random.nextDouble() * (limits[0] + limits[1] + limits[2]);
        var model = place < limits[0] ? 0 : place < limits[0] + limits[1] ? 1 : 2;
        var size = Math.exp(random.nextGaussian() - 0.5);
        var returning = scenario.one(Scenario.Returning.class)
                .map(Scenario.Returning::share)
                .orElse(0.0);
        var conversation = random.nextDouble() < returning ? random.nextInt(CONVERSATIONS) : -1;
        return new Request(number, time, model, kind(scenario, random), size, conversation);
    }

    private static Request.Kind kind(Scenario scenario, RandomGenerator random) {
        var clients = scenario.one(Scenario.Clients.class).orElse(new Scenario.Clients(0, 0, 0));
        var draw = random.nextDouble();
        if (draw < clients.bad()) {
            return Request.Kind.BAD;
        }
        if (draw < clients.bad() + clients.poison()) {
            return Request.Kind.POISON;
        }
        return draw < clients.bad() + clients.poison() + clients.leaving() ? Request.Kind.LEAVING : Request.Kind.GOOD;
    }
}
