package io.geminigateway.account;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Answers with what the test scripted; else with `token-1`, `token-2`, ..., each good for an hour.
final class FakeTokenEndpoint implements TokenEndpoint {
    final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();

    private final Queue<Future<Answer>> script = new ArrayDeque<>();
    private final AtomicInteger granted = new AtomicInteger();

    @Override
    public synchronized Future<Answer> post(URI usual, Map<String, String> form, @Nullable Proxy proxy) {
        forms.add(form);
        var scripted = script.poll();
        return scripted == null ? Future.succeededFuture(new Answer(200, grant("3599"))) : scripted;
    }

    int visits() {
        return forms.size();
    }

    FakeTokenEndpoint next(int status, String body) {
        return next(Future.succeededFuture(new Answer(status, body)));
    }

    FakeTokenEndpoint nextGrant(String expiresIn) {
        return next(200, grant(expiresIn));
    }

    FakeTokenEndpoint nextRotation(String refreshToken) {
        return next(200, grant("3599").replace("{", "{\"refresh_token\":\"" + refreshToken + "\","));
    }

    FakeTokenEndpoint nextUnreachable() {
        return next(Future.failedFuture(new ConnectException("Connection refused: 1//secret")));
    }

    /// The next answer comes when the test gives it.
    Promise<Answer> nextHeld() {
        Promise<Answer> held = Promise.promise();
        next(held.future());
        return held;
    }

    String grant(String expiresIn) {
        return "{\"access_token\":\"token-%d\",\"expires_in\":%s,\"token_type\":\"Bearer\"}"
                .formatted(granted.incrementAndGet(), expiresIn);
    }

    private synchronized FakeTokenEndpoint next(Future<Answer> answer) {
        script.add(answer);
        return this;
    }
}
