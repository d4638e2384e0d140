package io.geminigateway.account;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keeps the tokens of all accounts alive. Must hear of changed files: register it with [AccountFolder#listen].
/// Thread-safe: each account's state guards itself.
public final class TokenRefresher implements Authorizer, AccountListener {
    private final TokenSource source;
    private final TokenStore store;
    private final Clocks clocks;
    private final Jitter jitter;
    private final Map<AccountId, AccountTokens> tokens = new ConcurrentHashMap<>();

    /// `client` is the OAuth client of logins whose files name none.
    public TokenRefresher(
            Vertx vertx,
            TokenEndpoint endpoint,
            TokenStore store,
            @Nullable OAuthClient client,
            InstantSource clock,
            RandomGenerator random) {
        this(vertx, endpoint, store, client, new Clocks(clock, System::nanoTime), random);
    }

    TokenRefresher(
            Vertx vertx,
            TokenEndpoint endpoint,
            TokenStore store,
            @Nullable OAuthClient client,
            Clocks clocks,
            RandomGenerator random) {
        this.source = new TokenSource(vertx, endpoint, client, clocks.wall());
        this.store = store;
        this.clocks = clocks;
        this.jitter = new Jitter(random);
    }

    @Override
    public Future<Authorization> authorize(Account account) {
        return account.credentials() instanceof Credentials.ApiKey apiKey
                ? Future.succeededFuture(Authorization.apiKey(apiKey.key()))
                : onCallersContext(of(account).authorize());
    }

    @Override
    public Future<Authorization> reauthorize(Account account, Authorization refused) {
        return account.credentials() instanceof Credentials.ApiKey
                ? Future.failedFuture(new CredentialException(
                        CredentialException.Kind.REJECTED,
                        "Google refuses this API key: put another one into its file"))
                : onCallersContext(of(account).reauthorize(refused));
    }

    /// For people: nothing is asked for it. Empty for API keys, and for accounts that were not used yet.
    public Optional<TokenStatus> status(AccountId account) {
        return Optional.ofNullable(tokens.get(account)).map(AccountTokens::status);
    }

    @Override
    public void added(Account account) {
        begin(account);
    }

    /// The same login keeps its tokens, which are newer than its file's; another one begins anew.
    @Override
    public void changed(Account before, Account now) {
        var known = tokens.get(now.id());
        if (known != null && known.account().credentials().equals(now.credentials())) {
            known.forgive(now);
        } else {
            begin(now);
        }
    }

    @Override
    public void removed(Account account) {
        tokens.remove(account.id());
    }

    /// At once, not with the first request: that may still hold the account as it was before.
    private void begin(Account account) {
        if (account.credentials() instanceof Credentials.ApiKey) {
            tokens.remove(account.id());
        } else {
            tokens.put(account.id(), fresh(account));
        }
    }

    private AccountTokens of(Account account) {
        var known = tokens.get(account.id());
        return known == null ? tokens.computeIfAbsent(account.id(), _ -> fresh(account)) : known;
    }

    private AccountTokens fresh(Account account) {
        return new AccountTokens(account, source, store, clocks, jitter);
    }

    /// A shared result comes on the thread of whoever asked first; callers must not leave their event loop for it.
    private static Future<Authorization> onCallersContext(Future<Authorization> shared) {
        if (shared.isComplete()) {
            return shared;
        }
        var context = Vertx.currentContext();
        if (context == null) {
            return shared;
        }
        Promise<Authorization> own = Promise.promise();
        shared.onComplete((value, failure) -> context.runOnContext(_ -> own.complete(value, failure)));
        return own.future();
    }
}
