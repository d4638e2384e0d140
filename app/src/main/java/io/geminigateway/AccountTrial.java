package io.geminigateway;

import io.geminigateway.account.Account;
import io.geminigateway.admin.AccountTest;
import io.geminigateway.admin.TestResult;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.Upstream;
import io.geminigateway.upstream.UpstreamFailure;
import io.geminigateway.upstream.UpstreamSink;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Tests an account by the same way to Google that clients' calls go. On one event loop.
final class AccountTrial implements AccountTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] PING = """
            {"contents":[{"role":"user","parts":[{"text":"ping"}]}],"generationConfig":{"maxOutputTokens":16}}
            """.strip().getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx;
    private final Upstream upstream;

    AccountTrial(Vertx vertx, Upstream upstream) {
        this.vertx = vertx;
        this.upstream = upstream;
    }

    @Override
    public Future<TestResult> call(Account account, ModelName model) {
        var trial = new Trial(account, model);
        var exchange = upstream.send(new GeminiCall("test", model, Method.GENERATE_CONTENT, PING, ""), account, trial);
        var timer = vertx.setTimer(PATIENCE.toMillis(), _ -> {
            exchange.cancel();
            trial.failed(UpstreamFailure.of(
                    ErrorType.UPSTREAM_TIMEOUT_TOTAL,
                    "There was no answer within %d s".formatted(PATIENCE.toSeconds())));
        });
        return trial.result.future().onComplete(_ -> vertx.cancelTimer(timer));
    }

    /// One call.
    private static final class Trial implements UpstreamSink {
        private static final int OK = 200;

        private final Promise<TestResult> result = Promise.promise();
        private final long begun = System.nanoTime();
        private final Account account;
        private final ModelName model;

        private Trial(Account account, ModelName model) {
            this.account = account;
            this.model = model;
        }

        @Override
        public void event(GeminiEvent event) {
            // that it came is enough
        }

        @Override
        public void drained() {
            // nothing is passed on
        }

        @Override
        public void ended() {
            tell(true, OK, null, "", "");
        }

        @Override
        public void failed(UpstreamFailure failure) {
            tell(false, failure.status(), failure.type(), failure.message(), failure.remedy());
        }

        private void tell(boolean ok, int status, @Nullable ErrorType type, String message, String remedy) {
            result.tryComplete(new TestResult(
                    account.file(),
                    model.value(),
                    ok,
                    (System.nanoTime() - begun) / 1_000_000,
                    status == 0 ? null : status,
                    type == null ? null : type.wireName(),
                    message.isEmpty() ? null : message,
                    remedy.isEmpty() ? null : remedy));
        }
    }
}
