package io.geminigateway.account;

import io.vertx.core.Future;

/// A token in memory; `answer` is the future that every caller gets, made once.
record LiveToken(Authorization authorization, TokenLife life, Future<Authorization> answer) {
    LiveToken(Secret token, TokenLife life) {
        var authorization = Authorization.bearer(token);
        this(authorization, life, Future.succeededFuture(authorization));
    }
}
