package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.PoolSettings;
import java.util.List;
import java.util.random.RandomGenerator;

/// A way to choose, together with the manners that go with it.
record Strategy(String name, Manners manners, Maker maker) {
    interface Maker {
        Balancer make(World world, Agenda agenda, RandomGenerator random);
    }

    static final Strategy ORACLE =
            new Strategy("oracle", Manners.CAREFUL, (world, agenda, _) -> new Oracle(world, agenda));

    static final Strategy OURS = ours("ours", PoolSettings.standard());

    static Strategy ours(String name, PoolSettings settings) {
        return new Strategy(
                name, Manners.CAREFUL, (world, agenda, random) -> new OwnPool(world, agenda, random, settings));
    }

    /// All that do not see the future.
    static List<Strategy> all() {
        return List.of(
                OURS,
                new Strategy("P2C + EWMA by cause", Manners.CAREFUL, PowerOfTwo::new),
                new Strategy("fill first by cause", Manners.CAREFUL, Rivals::fillFirst),
                new Strategy("cooldowns", Manners.NAIVE, Cooldowns::new),
                new Strategy("round robin", Manners.NAIVE, Rivals::roundRobin),
                new Strategy("random", Manners.NAIVE, Rivals::random),
                new Strategy("least outstanding", Manners.NAIVE, Rivals::leastOutstanding),
                new Strategy("the original", Manners.NAIVE, Original::new));
    }
}
