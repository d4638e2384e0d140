package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Authorizer;
import io.geminigateway.account.Backend;
import io.geminigateway.gemini.JsonValue;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What lies with the accounts of the Developer API, files or caches, all together. Asks each account anew; one that
/// does
/// not answer is left out. The pool hears nothing of these calls. Thread-safe: all happens on the event loop that it
/// was
/// made on.
public final class HeldListing {
    private static final Logger log = LoggerFactory.getLogger(HeldListing.class);

    private final Context loop;
    private final Supplier<Collection<Account>> accounts;
    private final Endpoint endpoint;
    private final PagedLists lists;

    /// Something that an account holds, as Google describes it.
    public record Held(Account account, JsonValue.Members thing) {}

    /// `accounts` are those worth asking; `clients` were made on this loop.
    public HeldListing(
            Vertx vertx,
            UpstreamConfig config,
            UpstreamClients clients,
            Authorizer authorizer,
            Supplier<Collection<Account>> accounts) {
        this.loop = vertx.getOrCreateContext();
        this.accounts = accounts;
        endpoint = config.endpoints().geminiApiEndpoint();
        lists = new PagedLists(vertx, config, clients, authorizer);
    }

    /// `kind` is `files` or `cachedContents`. The accounts of one project see the same things: each is told once. From
    /// any thread; completes on another one. Never fails.
    public Future<List<Held>> of(String kind) {
        var promise = Promise.<List<Held>>promise();
        loop.runOnContext(_ -> {
            var found = new ArrayList<Future<List<Held>>>();
            for (var account : accounts.get()) {
                if (account.backend() == Backend.GEMINI_API) {
                    found.add(of(kind, account));
                }
            }
            Future.join(found).onComplete(_ -> promise.complete(together(found)));
        });
        return promise.future();
    }

    private Future<List<Held>> of(String kind, Account account) {
        return lists.of(account, endpoint.through(account.proxy()), "/v1beta/" + kind + "?pageSize=100", kind)
                .map(things ->
                        things.stream().map(thing -> new Held(account, thing)).toList())
                .onFailure(failed ->
                        log.debug("No list kind={} account={} reason={}", kind, account.id(), failed.getMessage()));
    }

    private static List<Held> together(List<Future<List<Held>>> found) {
        Map<JsonValue, Held> byName = new LinkedHashMap<>();
        found.stream()
                .filter(Future::succeeded)
                .flatMap(list -> list.result().stream())
                .forEach(held -> {
                    var name = held.thing().get("name");
                    if (name != null) {
                        byName.putIfAbsent(name, held);
                    }
                });
        return List.copyOf(byName.values());
    }
}
