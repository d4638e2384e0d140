package io.geminigateway.benchmarks.pool;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the simulated world is like: `load` is arrivals over the capacity of all accounts, `traits` is
/// what is special. Times are seconds, shares are parts of one.
record Scenario(String name, int accounts, double load, double duration, List<Trait> traits) {
    sealed interface Trait {
        /// What is special, for people.
        String words();
    }

    /// Quotas are fixed minutes instead of token buckets.
    record Windows() implements Trait {
        @Override
        public String words() {
            return "quotas of fixed minutes instead of token buckets";
        }
    }

    /// Each account breaks about every so often, for about so long: 90 % errors, half of the times on all
    /// models.
    record Episodes(double every, double lasting) implements Trait {
        @Override
        public String words() {
            return "each account breaks about every %.0f s for about %.0f s".formatted(every, lasting);
        }
    }

    /// Accounts differ in speed by such a deviation of its logarithm, and each has phases of being slower
    /// still.
    record Slowness(double spread, double every, double lasting, double factor) implements Trait {
        @Override
        public String words() {
            return "each account %.0f times slower about every %.0f s for about %.0f s (spread of speeds %.2f)"
                    .formatted(factor, every, lasting, spread);
        }
    }

    /// So many times the usual rate for 20 of every 120 seconds.
    record Bursts(double factor) implements Trait {
        @Override
        public String words() {
            return "bursts of %.0f times the quiet rate".formatted(factor);
        }
    }

    /// A limit on the calls at once of an account of the middle tier.
    record AtOnce(double calls) implements Trait {
        @Override
        public String words() {
            return "at most %.0f calls at once x tier".formatted(calls);
        }
    }

    /// A share of the accounts is revoked for good.
    record Dying(double at, double share) implements Trait {
        @Override
        public String words() {
            return "%.0f %% of the accounts revoked at %.0f s".formatted(share * 100, at);
        }
    }

    /// A model fails whoever asks.
    record Outage(int model, double from, double lasting, double errors) implements Trait {
        boolean covers(int asked, double time) {
            return model == asked && from <= time && time < end();
        }

        double end() {
            return from + lasting;
        }

        @Override
        public String words() {
            return "%s down from %.0f s to %.0f s (%.0f %% errors)"
                    .formatted(World.NAMES.get(model), from, end(), errors * 100);
        }
    }

    /// Quotas of the day, and a load that is relative to these.
    record Daily() implements Trait {
        @Override
        public String words() {
            return "quotas of the day, over 36 hours";
        }
    }

    /// Quotas of tokens besides those of requests.
    record Tokens() implements Trait {
        @Override
        public String words() {
            return "quotas of tokens too";
        }
    }

    /// Shares of requests that are at fault, that break every account, and whose client leaves.
    record Clients(double bad, double poison, double leaving) implements Trait {
        @Override
        public String words() {
            return "%.1f %% bad requests, %.1f %% poisonous ones, %.1f %% of clients leave"
                    .formatted(bad * 100, poison * 100, leaving * 100);
        }
    }

    /// A share of requests continues a conversation; where it was served before, its prompt is cached.
    record Returning(double share) implements Trait {
        @Override
        public String words() {
            return "%.0f %% of requests continue a conversation".formatted(share * 100);
        }
    }

    /// One account breaks on all models.
    record Breakdown(int account, double from, double lasting) implements Trait {
        @Override
        public String words() {
            return "account %d broken from %.0f s to %.0f s".formatted(account, from, from + lasting);
        }
    }

    static Scenario of(String name, int accounts, double load, Trait... traits) {
        return new Scenario(name, accounts, load, 1800, List.of(traits));
    }

    Scenario lasting(double seconds) {
        return new Scenario(name, accounts, load, seconds, traits);
    }

    <T extends Trait> Stream<T> each(Class<T> kind) {
        return traits.stream().filter(kind::isInstance).map(kind::cast);
    }

    <T extends Trait> Optional<T> one(Class<T> kind) {
        return each(kind).findFirst();
    }

    boolean has(Class<? extends Trait> kind) {
        return one(kind).isPresent();
    }

    static List<Scenario> all() {
        return List.of(
                of("steady", 10, 0.6),
                of("saturated", 10, 1.15),
                of("window", 10, 0.8, new Windows()),
                of("episodes", 10, 0.5, new Episodes(900, 150)),
                of("episodes50", 50, 0.4, new Episodes(900, 240)),
                of("permfail", 10, 0.4, new Dying(0, 0.1), new Dying(300, 0.3), new Dying(900, 0.2)),
                of("outage", 50, 0.35, new Outage(2, 400, 240, 0.97), new Outage(2, 1100, 240, 0.5)),
                of("client", 10, 0.5, new Clients(0.05, 0.01, 0.08)),
                of("bursts", 10, 0.5, new Bursts(8), new AtOnce(5)),
                of("daily", 10, 0.85, new Daily(), new Episodes(7200, 240)).lasting(36 * 3600),
                of("slow", 10, 0.4, new Slowness(0.7, 600, 120, 6)),
                mixed("mix3", 3),
                mixed("mix10", 10, new Dying(600, 0.1)),
                of("returning", 10, 0.5, new Returning(0.7)));
    }

    static Scenario named(String name) {
        return all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario is named " + name));
    }

    /// One account of ten breaks and mends: for the plot.
    static Scenario breakdown() {
        return of("breakdown", 10, 0.4, new Breakdown(0, 300, 150)).lasting(900);
    }

    private static Scenario mixed(String name, int accounts, Trait... more) {
        var mix = Stream.of(
                new Episodes(900, 150),
                new Slowness(0.35, 600, 120, 6),
                new Bursts(4),
                new Outage(1, 700, 150, 0.97),
                new Clients(0.02, 0.003, 0.04),
                new Tokens());
        return of(name, accounts, 0.5, Stream.concat(mix, Stream.of(more)).toArray(Trait[]::new));
    }
}
