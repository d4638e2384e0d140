package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.Secret;
import io.geminigateway.gemini.ModelName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A pool of accounts `a1`, `a2`, ... with a clock that the test moves, chance that repeats, and a
/// listener.
final class Stage {
    static final ModelName FLASH = new ModelName("flash");
    static final ModelName PRO = new ModelName("pro");
    static final Instant START = Instant.parse("2026-03-03T20:00:00Z"); // noon in California

    final MovingClock clock = new MovingClock(START);
    final HeardNews news = new HeardNews();
    final Pool pool;

    Stage(int accounts) {
        this(PoolSettings.standard(), accounts);
    }

    Stage(PoolSettings settings, int accounts) {
        this(settings, accounts, 7);
    }

    Stage(PoolSettings settings, int accounts, long seed) {
        RandomGenerator random = new Random(seed);
        pool = new Pool(settings, clock, () -> random, news);
        pool.accounts(IntStream.rangeClosed(1, accounts)
                .mapToObj(number -> account("a" + number, "key", null))
                .toList());
    }

    static Account account(String id, String key, @Nullable String project) {
        return new Account(
                new AccountId(id),
                id + ".json",
                Backend.GEMINI_API,
                new Credentials.ApiKey(new Secret(key)),
                project,
                Account.GLOBAL);
    }

    void move(Duration duration) {
        clock.move(duration);
    }

    Instant now() {
        return clock.instant();
    }

    Lease lease() {
        return lease(FLASH);
    }

    Lease lease(ModelName model) {
        var choice = pool.choose(Ask.of(model));
        assertThat(choice).isInstanceOf(Choice.Chosen.class);
        return ((Choice.Chosen) choice).lease();
    }

    /// A lease on this very account: all others are told to have been tried.
    Lease leaseOf(String id) {
        var choice = pool.choose(new Ask(FLASH, others(id), ""));
        assertThat(choice).isInstanceOf(Choice.Chosen.class);
        return ((Choice.Chosen) choice).lease();
    }

    Choice.Exhausted refusal() {
        return refusal(FLASH);
    }

    Choice.Exhausted refusal(ModelName model) {
        var choice = pool.choose(Ask.of(model));
        assertThat(choice).isInstanceOf(Choice.Exhausted.class);
        return (Choice.Exhausted) choice;
    }

    boolean serves(String id) {
        return switch (pool.choose(new Ask(FLASH, others(id), ""))) {
            case Choice.Chosen chosen -> chosen.lease().end(new Outcome.Ignored());
            case Choice.Exhausted _ -> false;
        };
    }

    /// How often each account is chosen by so many requests, each of which ends before the next begins.
    Map<String, Integer> shares(int requests, Outcome outcome) {
        var shares = new HashMap<String, Integer>();
        for (var request = 0; request < requests; request++) {
            var lease = lease();
            shares.merge(lease.account().id().value(), 1, Integer::sum);
            lease.end(outcome);
        }
        return shares;
    }

    PoolSnapshot.Member shown(String id) {
        return pool.snapshot().accounts().stream()
                .filter(member -> member.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    PoolSnapshot.Arm shownArm(String id) {
        return shown(id).models().stream()
                .filter(arm -> arm.model().equals(FLASH))
                .findFirst()
                .orElseThrow();
    }

    Freeze freeze(String id) {
        return freezeOf(shownArm(id).freeze());
    }

    static Freeze freezeOf(@Nullable Freeze freeze) {
        assertThat(freeze).isNotNull();
        return Objects.requireNonNull(freeze);
    }

    private Set<AccountId> others(String id) {
        return pool.snapshot().accounts().stream()
                .map(PoolSnapshot.Member::id)
                .filter(other -> !other.value().equals(id))
                .collect(Collectors.toSet());
    }
}
