package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Authorizer;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.ListedModel;
import io.geminigateway.gemini.ModelName;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The models that the accounts may call, all together. Whoever asks is told what was last heard, at once; if that is
/// old, Google is asked behind his back. Only the very first asks wait, for a moment at most. An account that does not
/// answer keeps the list it had. The pool hears nothing of these calls.
///
/// Thread-safe: lists belong to one event loop, and what is told is an immutable set in a volatile field.
public final class ModelDirectory {
    private static final Logger log = LoggerFactory.getLogger(ModelDirectory.class);

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration AFTER_NOTHING = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Context loop;
    private final Supplier<Collection<Account>> accounts;
    private final InstantSource clock;
    private final ModelListing listing;
    private final Consumer<Collection<ListedModel>> told;

    private final Map<AccountId, List<ListedModel>> lists = new HashMap<>();
    private final Promise<Void> first = Promise.promise();
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Set<ModelName> known;
    private volatile Map<ModelName, JsonValue.Members> described = Map.of();
    private volatile Instant due = Instant.MIN;

    /// `accounts` are those worth asking; `clients` were made on this loop. `told` hears on this loop what all lists
    /// together tell, whenever one of them is new.
    public ModelDirectory(
            Vertx vertx,
            UpstreamConfig config,
            UpstreamClients clients,
            Authorizer authorizer,
            Supplier<Collection<Account>> accounts,
            InstantSource clock,
            Consumer<Collection<ListedModel>> told) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.accounts = accounts;
        this.clock = clock;
        this.told = told;
        listing = new ModelListing(vertx, config, clients, authorizer);
    }

    /// Empty while no account has told anything. From any thread; may complete on another one. Never fails.
    public Future<Optional<Set<ModelName>>> offered() {
        if (clock.instant().isAfter(due) && asking.compareAndSet(false, true)) {
            loop.runOnContext(_ -> ask());
        }
        return known != null || first.future().isComplete()
                ? Future.succeededFuture(Optional.ofNullable(known))
                : first.future().map(_ -> Optional.ofNullable(known));
    }

    /// What accounts told of the models that they may call, where they told anything: see [#offered].
    public Map<ModelName, JsonValue.Members> described() {
        return described;
    }

    /// The accounts are others now: the next who asks sets off a new round.
    public void accountsChanged() {
        due = Instant.MIN;
    }

    private void ask() {
        due = clock.instant().plus(FRESH); // before the accounts are read: a change meanwhile is not forgotten
        var asked = accounts.get();
        lists.keySet().retainAll(asked.stream().map(Account::id).toList());
        vertx.setTimer(FIRST_WAIT.toMillis(), _ -> first.tryComplete());
        Future.join(asked.stream().map(this::ask).toList()).onComplete(_ -> over());
    }

    private Future<Void> ask(Account account) {
        return Future.future(over -> listing.of(account)
                .onComplete(models -> heard(account, models), failed -> {
                    log.debug("No model list account={} reason={}", account.id(), failed.getMessage());
                })
                .onComplete(_ -> over.complete()));
    }

    private void heard(Account account, List<ListedModel> models) {
        lists.put(account.id(), models);
        var all = lists.values().stream().flatMap(List::stream).toList();
        told.accept(all);
        described = all.stream()
                .filter(ListedModel::isDescribed)
                .collect(
                        Collectors.toUnmodifiableMap(ListedModel::name, ListedModel::description, (first, _) -> first));
        known = all.stream().map(ListedModel::name).collect(Collectors.toUnmodifiableSet());
    }

    private void over() {
        if (lists.isEmpty()) {
            due = clock.instant().plus(AFTER_NOTHING);
        }
        asking.set(false);
        first.tryComplete();
    }
}
