package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Authorization;
import io.geminigateway.account.Authorizer;
import io.geminigateway.account.CredentialException;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.Secret;
import io.vertx.core.Future;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keys from the account, tokens from the test.
final class FakeAuthorizer implements Authorizer {
    private final AtomicInteger reauthorized = new AtomicInteger();
    private volatile @Nullable Supplier<Future<Authorization>> token;
    private volatile @Nullable Supplier<Future<Authorization>> newer;

    FakeAuthorizer token(String value) {
        return gives(() -> Future.succeededFuture(Authorization.bearer(new Secret(value))));
    }

    FakeAuthorizer newerToken(String value) {
        newer = () -> Future.succeededFuture(Authorization.bearer(new Secret(value)));
        return this;
    }

    FakeAuthorizer gives(Supplier<Future<Authorization>> supplier) {
        token = supplier;
        newer = supplier;
        return this;
    }

    FakeAuthorizer nothingNewer(CredentialException.Kind kind) {
        newer = () -> Future.failedFuture(new CredentialException(kind, "sign in"));
        return this;
    }

    int reauthorized() {
        return reauthorized.get();
    }

    @Override
    public Future<Authorization> authorize(Account account) {
        if (account.credentials() instanceof Credentials.ApiKey key) {
            return Future.succeededFuture(Authorization.apiKey(key.key()));
        }
        return Objects.requireNonNull(token, "the test gives no token").get();
    }

    @Override
    public Future<Authorization> reauthorize(Account account, Authorization refused) {
        reauthorized.incrementAndGet();
        return Objects.requireNonNull(newer, "the test gives no newer token").get();
    }
}
