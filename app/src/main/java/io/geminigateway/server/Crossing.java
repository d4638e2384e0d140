package io.geminigateway.server;

import io.geminigateway.account.Account;
import io.geminigateway.dialect.Carrier;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.relay.ClientMessage;
import io.geminigateway.sse.Bytes;
import io.geminigateway.timer.AlarmClock;
import io.geminigateway.upstream.Passage;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One request on its way to an account and back: its body as it comes, then the answer, a small one as a whole and a
/// download as it comes. Given up when the client leaves, and when nothing moves for long. On one event loop.
final class Crossing {
    /// Google may think about a large file when all of it has arrived.
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    private static final long CANCEL = 8;
    private static final int OK = 200;

    /// A description of a file has one or two KiB.
    private static final int LARGEST_ANSWER = 1 << 20;

    private final Visit visit;
    private final Carrier carrier;
    private final Passage passage;
    private final Holders holders;
    private final Account account;
    private final InstantSource clock;
    private final Heartbeat standstill;

    private @Nullable HttpClientRequest outgoing;
    private boolean over;

    Crossing(
            AlarmClock alarms,
            Visit visit,
            Carrier carrier,
            Passage passage,
            Holders holders,
            Account account,
            InstantSource clock) {
        this.visit = visit;
        this.carrier = carrier;
        this.passage = passage;
        this.holders = holders;
        this.account = account;
        this.clock = clock;
        this.standstill = new Heartbeat(alarms, STANDSTILL, this::stoodStill);
    }

    void begin(String path, Map<String, String> headers) {
        standstill.start();
        visit.whenOver(this::abandon);
        passage.open(account, visit.request().method(), path, headers).onComplete(this::send, this::broke);
    }

    private void send(HttpClientRequest opened) {
        outgoing = opened;
        if (over) {
            opened.reset(CANCEL);
            return;
        }
        opened.exceptionHandler(this::broke);
        opened.response().onComplete(this::answered, this::broke);
        if (visit.request().method().equals(HttpMethod.GET)) {
            opened.end();
            return;
        }
        if (opened.headers().get(HttpHeaders.CONTENT_LENGTH) == null) {
            opened.setChunked(true);
        }
        Pump.start(visit.request(), opened, standstill::heard, opened::end);
    }

    private void answered(HttpClientResponse response) {
        if (over) {
            return;
        }
        response.exceptionHandler(this::broke);
        if (response.statusCode() != OK) {
            whole(response, Passage.LARGEST_REFUSAL, body -> refused(response, body));
        } else if (visit.request().method().equals(HttpMethod.GET)) {
            begin(response);
            visit.response().setChunked(response.getHeader(HttpHeaders.CONTENT_LENGTH) == null);
            Pump.start(response, visit.response(), standstill::heard, this::end);
        } else {
            whole(response, LARGEST_ANSWER, body -> arrived(response, body));
        }
    }

    private void arrived(HttpClientResponse response, byte[] body) {
        holders.keep(carrier.kept(body, clock.instant()), account, visit.client());
        begin(response);
        finish();
        visit.answering();
        visit.answer(OK, contentType(response), body);
    }

    private void refused(HttpClientResponse response, byte[] body) {
        handOn(response);
        fail(ClientMessage.of(passage.refusal(account, response.statusCode(), body)));
    }

    private void begin(HttpClientResponse response) {
        visit.response().setStatusCode(OK).putHeader(HttpHeaders.CONTENT_TYPE, contentType(response));
        handOn(response);
    }

    private void handOn(HttpClientResponse response) {
        for (var name : carrier.handedOn()) {
            var value = response.getHeader(name);
            if (value != null) {
                visit.response().putHeader(name, value);
            }
        }
    }

    private static String contentType(HttpClientResponse response) {
        var type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null ? "application/octet-stream" : type;
    }

    private void end() {
        finish();
        visit.answering();
        visit.response().end();
    }

    /// What is longer than it may be is cut: no description of a file is.
    private void whole(HttpClientResponse response, int limit, Consumer<byte[]> told) {
        var body = new Bytes();
        response.handler(chunk -> {
            standstill.heard();
            body.write(chunk.getBytes(0, Math.min(chunk.length(), limit - body.length())));
        });
        response.endHandler(_ -> {
            if (!over) {
                told.accept(body.take());
            }
        });
    }

    private void stoodStill() {
        fail(new Failure.UpstreamTimeout(ErrorType.UPSTREAM_TIMEOUT_IDLE, "The upload or download stands still"));
    }

    private void broke(Throwable cause) {
        if (!over) {
            fail(ClientMessage.of(passage.broken(cause)));
        }
    }

    /// A download that has begun cannot end with an error: it is broken off.
    private void fail(Failure failure) {
        abandon();
        if (visit.response().headWritten()) {
            visit.failedWith(failure.type());
            visit.response().reset();
        } else {
            visit.response().putHeader("connection", "close"); // the rest of the body is not wanted
            visit.fail(failure);
        }
    }

    private void abandon() {
        if (!over) {
            finish();
            if (outgoing != null) {
                outgoing.reset(CANCEL);
            }
        }
    }

    private void finish() {
        over = true;
        standstill.stop();
    }
}
