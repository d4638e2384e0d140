package io.geminigateway.account;

import io.vertx.core.Future;

/// Supplies the live credential of an account. Thread-safe; a future completes on the caller's own event loop, and
/// fails with a [CredentialException] only.
public interface Authorizer {
    /// From memory while the token is live; else after a refresh that all callers share.
    Future<Authorization> authorize(Account account);

    /// After Google refused `refused` with 401: a newer credential, by one refresh that all callers share.
    /// If somebody has refreshed meanwhile, the newer one is given at once.
    Future<Authorization> reauthorize(Account account, Authorization refused);
}
