package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Authorization;
import io.geminigateway.failure.ErrorType;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One call sent with one credential: addressed, connected, posted; once more on a fresh connection if the
/// first had died while nobody used it. Ends with [#abandon], unless the response was read to its end.
final class Dispatch {
    private static final long CANCEL = 8;
    private static final String ABANDONED = "abandoned";
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    /// A connection that had gone stale fails at once.
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final GoogleUpstream google;
    private final GeminiCall call;
    private final Account account;
    private final Authorization credential;
    private final Runnable onSending;

    private @Nullable Outbound outbound;
    private @Nullable HttpClientRequest request;
    private long sent;
    private boolean onUsedConnection;
    private boolean triedAfresh;
    private boolean received;
    private boolean abandoned;
    private int status;
    private @Nullable ErrorType brokenBy;

    /// `onSending` runs each time the request goes out.
    Dispatch(GoogleUpstream google, GeminiCall call, Account account, Authorization credential, Runnable onSending) {
        this.google = google;
        this.call = call;
        this.account = account;
        this.credential = credential;
        this.onSending = onSending;
    }

    Authorization credential() {
        return credential;
    }

    Future<HttpClientResponse> send() {
        return google.outbound(call, account, credential)
                .compose(this::connect)
                .compose(this::post)
                .recover(this::afresh);
    }

    /// What it means that [#send] failed.
    UpstreamFailure judge(Throwable cause) {
        return request == null ? Breakage.connecting(cause, google.isProxied(account)) : Breakage.sending(cause);
    }

    /// The head of the response is there.
    void answered(int withStatus) {
        status = withStatus;
    }

    /// Why it is about to be abandoned, where something went wrong.
    void breaksOff(ErrorType type) {
        brokenBy = type;
    }

    /// The response has been read to its end: the connection is no longer ours.
    void received() {
        if (!received) {
            received = true;
            count();
        }
    }

    void abandon() {
        abandoned = true;
        if (request != null && !received) {
            received = true;
            request.reset(CANCEL);
            count();
        }
    }

    private void count() {
        if (outbound != null) {
            google.meter(call, account)
                    .ended(
                            outbound.method().name(),
                            outbound.endpoint().destination(),
                            status,
                            brokenBy,
                            System.nanoTime() - sent);
        }
    }

    private Future<Opened> connect(Outbound addressed) {
        outbound = addressed;
        return abandoned
                ? Future.failedFuture(ABANDONED)
                : google.clients().request(addressed.method(), addressed.endpoint(), addressed.path());
    }

    private Future<HttpClientResponse> post(Opened opened) {
        var connected = opened.request();
        connected.exceptionHandler(_ -> {}); // the response's future hears of it too
        if (abandoned || outbound == null) {
            connected.reset(CANCEL);
            return Future.failedFuture(ABANDONED);
        }
        request = connected;
        onUsedConnection = !opened.first();
        sent = System.nanoTime();
        onSending.run();
        connected
                .putHeader(HttpHeaders.USER_AGENT, google.userAgent())
                .putHeader(credential.header(), credential.value().reveal());
        outbound.headers().forEach(connected::putHeader);
        return outbound.hasBody()
                ? connected.putHeader(HttpHeaders.CONTENT_TYPE, JSON).send(outbound.buffer())
                : connected.send();
    }

    private Future<HttpClientResponse> afresh(Throwable cause) {
        if (abandoned || outbound == null || !isStale(cause)) {
            return Future.failedFuture(cause);
        }
        triedAfresh = true;
        request = null;
        return google.clients()
                .requestAfresh(outbound.method(), outbound.endpoint(), outbound.path())
                .compose(this::post);
    }

    /// Whether the connection had died while nobody used it: that says nothing about the account.
    private boolean isStale(Throwable cause) {
        if (triedAfresh || request == null) {
            return false;
        }
        var atOnce = System.nanoTime() - sent < AT_ONCE.toNanos();
        return Breakage.isUnheard(cause) || (onUsedConnection && atOnce && Breakage.isGone(cause));
    }
}
