package io.geminigateway.server;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.dialect.Kept;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.Holding;
import io.geminigateway.gemini.Holdings;
import io.geminigateway.upstream.Pin;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Who holds what clients left with Google. Files and caches lie with one account, or with those of its project; only
/// those can serve a request that uses them. Thread-safe.
public final class Holders {
    /// As long as a file.
    private static final Duration AT_HOME = Duration.ofDays(2);

    private static final String HOME = "homes/";

    private final Holdings holdings;
    private final Supplier<Collection<Account>> accounts;
    private final InstantSource clock;

    /// `accounts` are all there are, whether they can serve now or not.
    public Holders(Holdings holdings, Supplier<Collection<Account>> accounts, InstantSource clock) {
        this.holdings = holdings;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Nobody holds anything.
    static Holders none() {
        return new Holders(Holdings.none(), List::of, InstantSource.system());
    }

    /// Whom a request that uses these must be served by; empty if nothing is known of them. Throws the failure that the
    /// client is told where nobody can see them all.
    Optional<Pin> pin(Set<String> names) {
        Set<AccountId> able = null;
        String first = "";
        for (var name : names) {
            var holding = holdings.find(name);
            if (holding.isPresent()) {
                var seeing = seeing(holding.get());
                if (able == null) {
                    first = name;
                    able = new HashSet<>(seeing);
                } else {
                    able.retainAll(seeing);
                }
                if (able.isEmpty()) {
                    throw seeing.isEmpty() || first.equals(name) ? gone(name) : apart(first, name);
                }
            }
        }
        return able == null ? Optional.empty() : Optional.of(new Pin(first, able, true));
    }

    /// Whom this client's last upload went to: what lies together can be used together. A wish, no more.
    Optional<Pin> home(String client) {
        return holdings.find(HOME + client)
                .map(this::seeing)
                .filter(able -> !able.isEmpty())
                .map(able -> new Pin(client, able, false));
    }

    /// Notes what an account holds, and that this client's things lie there.
    void keep(List<Kept> kept, Account account, String client) {
        for (var thing : kept) {
            if (thing.until() == null) {
                holdings.forget(thing.name());
            } else {
                holdings.keep(thing.name(), holding(account, thing.address()), thing.until());
                holdings.keep(
                        HOME + client, holding(account, ""), clock.instant().plus(AT_HOME));
            }
        }
    }

    /// Notes what was found with an account.
    public void found(Kept thing, Account account) {
        if (thing.until() != null) {
            holdings.keep(thing.name(), holding(account, ""), thing.until());
        }
    }

    /// The account that holds this, and where.
    Held held(String name) {
        var holding = holdings.find(name)
                .orElseThrow(() -> new Failure.NotFound(
                                "This gateway does not know '%s', or not any more".formatted(shown(name)))
                        .asException());
        return accounts.get().stream()
                .filter(account -> sees(account, holding))
                .findFirst()
                .map(account -> new Held(account, holding.address()))
                .orElseThrow(() -> gone(name));
    }

    record Held(Account account, String address) {}

    private Set<AccountId> seeing(Holding holding) {
        return accounts.get().stream()
                .filter(account -> sees(account, holding))
                .map(Account::id)
                .collect(Collectors.toSet());
    }

    private static boolean sees(Account account, Holding holding) {
        return account.backend() == Backend.GEMINI_API
                && (account.id().value().equals(holding.account())
                        || account.project().filter(holding.project()::equals).isPresent());
    }

    private static Holding holding(Account account, String address) {
        return new Holding(account.id().value(), account.project().orElse(""), address);
    }

    private static RuntimeException gone(String name) {
        return new Failure.NotFound(
                        "The account that holds '%s' is not one of this gateway's any more".formatted(shown(name)))
                .asException();
    }

    private static RuntimeException apart(String one, String other) {
        return new Failure.InvalidRequest(
                        "'%s' and '%s' lie with different accounts, and none can see both: upload one of them again"
                                .formatted(one, other))
                .asException();
    }

    private static String shown(String name) {
        return name.startsWith("uploads/") ? "this upload" : name;
    }
}
