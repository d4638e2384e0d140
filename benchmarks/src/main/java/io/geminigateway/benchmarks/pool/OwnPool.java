package io.geminigateway.benchmarks.pool;

import io.geminigateway.account.AccountId;
import io.geminigateway.pool.Ask;
import io.geminigateway.pool.Choice;
import io.geminigateway.pool.Lease;
import io.geminigateway.pool.Outcome;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolListener;
import io.geminigateway.pool.PoolSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// The product's own pool, on the simulation's clock.
final class OwnPool implements Balancer {
    private final Map<AccountId, SimulatedAccount> accounts;
    private final Pool pool;

    OwnPool(World world, Agenda agenda, RandomGenerator random, PoolSettings settings) {
        this.accounts = world.accounts().stream()
                .collect(Collectors.toMap(account -> account.account.id(), Function.identity()));
        this.pool = new Pool(settings, agenda, () -> random, PoolListener.silent());
        pool.accounts(world.accounts().stream().map(account -> account.account).toList());
    }

    @Override
    public Decision choose(Request request, Set<SimulatedAccount> tried) {
        var ask = new Ask(
                World.NAMES.get(request.model()),
                tried.stream().map(account -> account.account.id()).collect(Collectors.toSet()),
                request.conversation() < 0 ? "" : "c" + request.conversation());
        return switch (pool.choose(ask)) {
            case Choice.Chosen chosen -> {
                var lease = chosen.lease();
                yield new Decision.Use(account(lease), new LeaseReport(lease));
            }
            case Choice.Exhausted exhausted -> {
                var thaw = exhausted.earliestThaw();
                yield new Decision.Nobody(
                        thaw == null ? Double.POSITIVE_INFINITY : Agenda.seconds(thaw),
                        exhausted.reason() == Choice.Reason.TRIED);
            }
        };
    }

    @Override
    public boolean down(int model) {
        return pool.down(World.NAMES.get(model));
    }

    private SimulatedAccount account(Lease lease) {
        var account = accounts.get(lease.account().id());
        if (account == null) {
            throw new IllegalStateException(
                    "no such account: " + lease.account().id());
        }
        return account;
    }

    private record LeaseReport(Lease lease) implements Report {
        @Override
        public void firstEvent(double seconds) {
            lease.firstEvent(Duration.ofNanos((long) (seconds * 1e9)));
        }

        @Override
        public void end(Outcome outcome) {
            lease.end(outcome);
        }
    }
}
