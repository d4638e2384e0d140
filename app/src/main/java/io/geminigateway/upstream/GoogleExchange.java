package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Authorization;
import io.geminigateway.account.Credentials;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.GeminiEvent;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call under way, on one event loop: a credential, a connection, a request, a response. It is over
/// exactly once: ended, failed or cancelled; whatever still arrives after that is ignored.
final class GoogleExchange implements UpstreamExchange {
    private static final Logger log = LoggerFactory.getLogger(GoogleExchange.class);

    private static final long CANCEL = 8;
    private static final int LARGEST_ERROR = 64 * 1024;

    /// A connection that had gone stale fails at once.
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final String GIVEN_UP = "given up";

    private final GoogleUpstream google;
    private final GeminiCall call;
    private final Account account;
    private final UpstreamSink sink;
    private final Watchdog watchdog;

    private @Nullable Authorization credential;
    private @Nullable Outbound outbound;
    private @Nullable HttpClientRequest request;
    private @Nullable AnswerFlow flow;
    private long sent;
    private boolean onUsedConnection;
    private boolean triedAfresh;
    private boolean reauthorized;
    private boolean bodyOver;
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
        authorization
                .compose(this::address)
                .compose(this::connect)
                .compose(this::send)
                .onComplete(this::answered, this::broke);
    }

    private void attemptAfresh(Outbound again) {
        triedAfresh = true;
        google.clients()
                .requestAfresh(HttpMethod.POST, again.endpoint(), again.path())
                .compose(this::send)
                .onComplete(this::answered, this::broke);
    }

    private Future<Outbound> address(Authorization live) {
        credential = live;
        return over ? Future.failedFuture(GIVEN_UP) : google.outbound(call, account, live);
    }

    private Future<Opened> connect(Outbound addressed) {
        outbound = addressed;
        return over
                ? Future.failedFuture(GIVEN_UP)
                : google.clients().request(HttpMethod.POST, addressed.endpoint(), addressed.path());
    }

    private Future<HttpClientResponse> send(Opened opened) {
        var connected = opened.request();
        connected.exceptionHandler(_ -> {}); // the response's future hears of it too
        if (over) {
            connected.reset(CANCEL);
            return Future.failedFuture(GIVEN_UP);
        }
        request = connected;
        onUsedConnection = !opened.first();
        sent = System.nanoTime();
        watchdog.await(google.timeouts().first(call), () -> late(ErrorType.UPSTREAM_TIMEOUT_FIRST));
        var live = Objects.requireNonNull(credential);
        return connected
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .putHeader(HttpHeaders.USER_AGENT, google.userAgent())
                .putHeader(live.header(), live.value().reveal())
                .send(Objects.requireNonNull(outbound).buffer());
    }

    private void answered(HttpClientResponse response) {
        if (over) {
            return;
        }
        if (response.statusCode() != 200) {
            BoundedBody.of(response, LARGEST_ERROR, Timeouts.ERROR_BODY, watchdog)
                    .onSuccess(body -> refused(response, body));
            return;
        }
        var answer = google.answer(call, account, this::tell);
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
        bodyOver = body.whole();
        var failure = google.classifier()
                .classify(
                        account.backend(),
                        response.statusCode(),
                        body.bytes(),
                        response.getHeader(HttpHeaders.RETRY_AFTER));
        if (isWorthAnotherToken(failure)) {
            reauthorize();
            return;
        }
        if (failure.type() == ErrorType.ACCOUNT_PERMISSION_DENIED) {
            google.projects().forget(account.id());
        }
        fail(failure);
    }

    private boolean isWorthAnotherToken(UpstreamFailure failure) {
        return failure.type() == ErrorType.ACCOUNT_AUTH_FAILED
                && failure.status() == 401
                && !reauthorized
                && !(account.credentials() instanceof Credentials.ApiKey);
    }

    private void reauthorize() {
        reauthorized = true;
        reset();
        bodyOver = false;
        attempt(google.authorizer().reauthorize(account, Objects.requireNonNull(credential)));
    }

    private void broke(Throwable cause) {
        if (over) {
            return;
        }
        log.debug("call {} broke: {}", call.requestId(), cause.getClass().getName());
        if (request == null) {
            unconnected(Breakage.connecting(cause));
        } else if (isStale(cause)) {
            request = null;
            attemptAfresh(Objects.requireNonNull(outbound));
        } else {
            fail(Breakage.sending(cause));
        }
    }

    private void unconnected(UpstreamFailure failure) {
        if (isWorthAnotherToken(failure)) {
            reauthorize();
        } else {
            fail(failure);
        }
    }

    /// Whether the connection had died while nobody used it: that says nothing about the account.
    private boolean isStale(Throwable cause) {
        if (triedAfresh) {
            return false;
        }
        var atOnce = System.nanoTime() - sent < AT_ONCE.toNanos();
        return Breakage.isRefusedStream(cause) || (onUsedConnection && atOnce && Breakage.isGone(cause));
    }

    boolean isOver() {
        return over;
    }

    /// The response has been read to its end: its connection must not be reset any more.
    void bodyOver() {
        bodyOver = true;
    }

    private void tell(GeminiEvent event) {
        if (!over) {
            sink.event(event);
        }
    }

    void late(ErrorType type) {
        fail(UpstreamFailure.of(type, "Google did not answer in time."));
    }

    void fail(UpstreamFailure failure) {
        if (!over) {
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

    private void finish() {
        if (!over) {
            over = true;
            watchdog.stop();
            reset();
        }
    }

    private void reset() {
        if (request != null && !bodyOver) {
            request.reset(CANCEL);
        }
        request = null;
    }
}
