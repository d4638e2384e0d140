package io.geminigateway.simulator;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;

/// Leads every request to its door, once its body is here, and writes it into the ledger on the way.
final class Router {
    /// No stream has this number.
    private static final int NOTHING_HEARD = 0;

    private final AtomicBoolean renewing = new AtomicBoolean();
    private final Vertx vertx;
    private final InstantSource clock;
    private final Ledger ledger;
    private final Door gemini;
    private final Door codeAssist;
    private final Door vertex;
    private final Door oauth;

    Router(Vertx vertx, InstantSource clock, Ledger ledger, Accounts accounts, Door oauth) {
        this.vertx = vertx;
        this.clock = clock;
        this.ledger = ledger;
        this.oauth = oauth;
        gemini = new GeminiDoor(accounts, new FileDesk(new Cabinet(clock)));
        codeAssist = new CodeAssistDoor(accounts);
        vertex = new VertexDoor(accounts);
    }

    /// The next request over HTTP/2 is not heard: its connection is about to be closed.
    void renewConnection() {
        renewing.set(true);
    }

    void handle(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2 && renewing.compareAndSet(true, false)) {
            giveUp(request.pause().connection());
            return;
        }
        var arrived = clock.instant();
        request.response().putHeader("date", RFC_1123_DATE_TIME.format(arrived.atOffset(ZoneOffset.UTC)));
        request.body().onSuccess(body -> {
            try {
                lead(request, body, arrived);
            } catch (RuntimeException bug) {
                request.response().setStatusCode(500).end("The simulator has a bug: " + bug);
                throw bug;
            }
        });
    }

    @SuppressWarnings("deprecation") // no other goAway tells what was heard
    private static void giveUp(HttpConnection connection) {
        connection.goAway(Http2Error.NO_ERROR.code(), NOTHING_HEARD);
    }

    private void lead(HttpServerRequest request, Buffer body, Instant arrived) {
        var call = new Call(request, body);
        var door = door(call.route().service());
        var account = door.caller(call);
        var entry = new Entry(call.asked(account, arrived));
        ledger.record(entry);
        var occasion = call.occasion(account, arrived);
        var framing = Framing.of(call.route().kind(), call.query());
        door.answer(call, new Stage(vertx, new Line(request, entry, clock), occasion, framing));
    }

    private Door door(Entry.Service service) {
        return switch (service) {
            case GEMINI_API -> gemini;
            case CODE_ASSIST -> codeAssist;
            case VERTEX -> vertex;
            case OAUTH -> oauth;
        };
    }
}
