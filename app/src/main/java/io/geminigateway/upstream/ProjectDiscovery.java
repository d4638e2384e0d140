package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Authorization;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// Finds out which Cloud project Google has given a Code Assist login, and has one made where there is
/// none. All who ask for the same account at once share one search. Thread-safe: the searches under way are
/// in a concurrent map; each runs on the event loop that asked first.
public final class ProjectDiscovery {
    public static final Duration POLL = Duration.ofSeconds(5);
    public static final Duration AT_MOST = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final UpstreamConfig config;
    private final ErrorClassifier classifier;
    private final BiConsumer<Account, String> found;
    private final Duration poll;
    private final Duration atMost;
    private final Map<AccountId, Promise<String>> searches = new ConcurrentHashMap<>();

    /// `found` is told each new project, once, to save it; it must not block.
    public ProjectDiscovery(
            Vertx vertx, UpstreamConfig config, ErrorClassifier classifier, BiConsumer<Account, String> found) {
        this(vertx, config, classifier, found, POLL, AT_MOST);
    }

    public ProjectDiscovery(
            Vertx vertx,
            UpstreamConfig config,
            ErrorClassifier classifier,
            BiConsumer<Account, String> found,
            Duration poll,
            Duration atMost) {
        this.vertx = vertx;
        this.config = config;
        this.classifier = classifier;
        this.found = found;
        this.poll = poll;
        this.atMost = atMost;
    }

    /// Completes on the caller's event loop; fails with a [RefusedException].
    Future<String> project(Account account, Authorization credential, UpstreamClients clients) {
        Promise<String> mine = Promise.promise();
        var shared = searches.putIfAbsent(account.id(), mine);
        if (shared != null) {
            return onLoop(vertx.getOrCreateContext(), shared.future());
        }
        var setup = new CodeAssistSetup(vertx, config, classifier, clients, account.proxy(), credential);
        new ProjectSearch(vertx, setup, poll, atMost)
                .begin()
                .onSuccess(project -> found.accept(account, project))
                .onFailure(_ -> searches.remove(account.id(), mine))
                .onComplete(mine);
        return mine.future();
    }

    /// What was found is doubtful now: the next call searches anew.
    void forget(AccountId account) {
        searches.computeIfPresent(account, (_, search) -> search.future().isComplete() ? null : search);
    }

    private static Future<String> onLoop(Context context, Future<String> elsewhere) {
        Promise<String> here = Promise.promise();
        elsewhere.onComplete(result -> context.runOnContext(_ -> here.handle(result)));
        return here.future();
    }
}
