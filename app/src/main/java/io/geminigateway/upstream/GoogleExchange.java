package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Authorization;
import io.geminigateway.account.Credentials;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.GeminiEvent;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call under way, on one event loop: a credential, a request, an answer. It is over exactly once:
/// ended, failed or cancelled; whatever still arrives after that is ignored.
final class GoogleExchange implements UpstreamExchange {
    private static final Logger log = LoggerFactory.getLogger(GoogleExchange.class);

    private static final int LARGEST_ERROR = 64 * 1024;
    private static final String UPLOAD_URL = "x-goog-upload-url";
    private static final String GIVEN_UP = "given up";

    private final GoogleUpstream google;
    private final GeminiCall call;
    private final Account account;
    private final UpstreamSink sink;
    private final Watchdog watchdog;

    private @Nullable Dispatch dispatch;
    private @Nullable AnswerFlow flow;
    private boolean reauthorized;
    private boolean paused;
    private boolean over;

    GoogleExchange(GoogleUpstream google, GeminiCall call, Account account, UpstreamSink sink, Watchdog watchdog) {
        this.google = google;
        this.call = call;
        this.account = account;
        this.sink = sink;
        this.watchdog = watchdog;
    }

    @Override
    public void pause() {
        paused = true;
        watchdog.hold();
        if (flow != null && !over) {
            flow.pause();
        }
    }

    @Override
    public void resume() {
        paused = false;
        watchdog.release();
        if (flow != null && !over) {
            flow.resume();
        }
    }

    @Override
    public void cancel() {
        finish();
    }

    void begin() {
        if (!over) {
            attempt(google.authorizer().authorize(account));
        }
    }

    private void attempt(Future<Authorization> authorization) {
        authorization.compose(this::send).onComplete(this::answered, this::broke);
    }

    private Future<HttpClientResponse> send(Authorization credential) {
        if (over) {
            return Future.failedFuture(GIVEN_UP);
        }
        dispatch = new Dispatch(google, call, account, credential, this::awaitFirst);
        return dispatch.send();
    }

    private void awaitFirst() {
        watchdog.await(google.timeouts().first(call), () -> late(ErrorType.UPSTREAM_TIMEOUT_FIRST));
    }

    private void answered(HttpClientResponse response) {
        if (over) {
            return;
        }
        Objects.requireNonNull(dispatch).answered(response.statusCode());
        if (response.statusCode() != 200) {
            BoundedBody.of(response, LARGEST_ERROR, Timeouts.ERROR_BODY, watchdog)
                    .onSuccess(body -> refused(response, body));
            return;
        }
        var answer = google.answer(call, account, response.getHeader(UPLOAD_URL), this::tell);
        if (!answer.canBe(response.getHeader(HttpHeaders.CONTENT_TYPE))) {
            response.exceptionHandler(_ -> {});
            fail(UpstreamFailure.of(
                    ErrorType.UPSTREAM_PROTOCOL, "Google's answer is neither JSON nor an event stream."));
            return;
        }
        flow = new AnswerFlow(this, response, answer, sink, watchdog, google.timeouts());
        flow.begin(paused);
    }

    private void refused(HttpClientResponse response, BoundedBody body) {
        if (over) {
            return;
        }
        if (body.whole()) {
            received();
        }
        var failure = google.classifier()
                .classify(
                        account.backend(),
                        response.statusCode(),
                        body.bytes(),
                        response.getHeader(HttpHeaders.RETRY_AFTER));
        if (failure.type() == ErrorType.ACCOUNT_PERMISSION_DENIED) {
            google.projects().forget(account.id());
        }
        failOrReauthorize(failure);
    }

    private void broke(Throwable cause) {
        if (over) {
            return;
        }
        log.debug("call {} broke: {}", call.requestId(), cause.getClass().getName());
        failOrReauthorize(
                dispatch == null ? Breakage.connecting(cause, google.isProxied(account)) : dispatch.judge(cause));
    }

    /// A token may have been revoked before its time: a newer one deserves a try, but only one.
    private void failOrReauthorize(UpstreamFailure failure) {
        if (dispatch == null || reauthorized || !isTokenRefused(failure)) {
            fail(failure);
            return;
        }
        reauthorized = true;
        var refused = dispatch;
        refused.abandon();
        dispatch = null;
        attempt(google.authorizer().reauthorize(account, refused.credential()));
    }

    private boolean isTokenRefused(UpstreamFailure failure) {
        return failure.type() == ErrorType.ACCOUNT_AUTH_FAILED
                && failure.status() == 401
                && !(account.credentials() instanceof Credentials.ApiKey);
    }

    boolean isOver() {
        return over;
    }

    void received() {
        Objects.requireNonNull(dispatch).received();
    }

    void late(ErrorType type) {
        fail(UpstreamFailure.of(type, "Google did not answer in time."));
    }

    void fail(UpstreamFailure failure) {
        if (!over) {
            if (dispatch != null) {
                dispatch.breaksOff(failure.type());
            }
            finish();
            sink.failed(failure);
        }
    }

    void end() {
        if (!over) {
            finish();
            sink.ended();
        }
    }

    private void tell(GeminiEvent event) {
        if (!over) {
            sink.event(event);
        }
    }

    private void finish() {
        if (!over) {
            over = true;
            watchdog.stop();
            if (dispatch != null) {
                dispatch.abandon();
            }
        }
    }
}
