package io.geminigateway.server;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.relay.Relay;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.timer.AlarmClock;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/// The one handler behind every dialect's generating routes: read, serve through the relay, write. One per event loop.
final class DialectEndpoint {
    /// Larger bodies are parsed off the event loop, so that they hold up nobody else's stream. Bytes.
    private static final int LARGE = 256 << 10;

    private final Vertx vertx;
    private final AlarmClock alarms;
    private final Dialect dialect;
    private final Relay relay;
    private final ServerSettings settings;
    private final InstantSource clock;
    private final MediaSource media;

    DialectEndpoint(
            Vertx vertx,
            AlarmClock alarms,
            Dialect dialect,
            Relay relay,
            ServerSettings settings,
            InstantSource clock,
            MediaSource media) {
        this.vertx = vertx;
        this.alarms = alarms;
        this.dialect = dialect;
        this.relay = relay;
        this.settings = settings;
        this.clock = clock;
        this.media = media;
    }

    void handle(Visit visit, byte[] body) {
        var inbound = new Inbound(visit.head(), body);
        if (body.length <= LARGE) {
            complete(visit, dialect.read(inbound));
        } else {
            Callable<DialectCall> reading = () -> dialect.read(inbound);
            vertx.executeBlocking(reading, false)
                    .onSuccess(call -> complete(visit, call))
                    .onFailure(thrown -> Front.fail(visit, thrown));
        }
    }

    /// Fetches what the request only names; then it may have grown large.
    private void complete(Visit visit, DialectCall call) {
        if (call.remoteMedia().isEmpty()) {
            serve(visit, call);
            return;
        }
        var remote = call.remoteMedia().get();
        media.fetch(remote.addresses())
                .compose(found -> vertx.executeBlocking(() -> remote.whole().apply(found), false))
                .onSuccess(whole -> serve(visit, whole))
                .onFailure(thrown -> Front.fail(visit, thrown));
    }

    private void serve(Visit visit, DialectCall call) {
        if (visit.isOver()) { // the client left while its request was parsed
            return;
        }
        visit.asksFor(call.model().value(), call.streaming());
        call.headers().forEach(visit.response()::putHeader);
        var answer = RequestId.ofAnswer(visit.id(), visit.request().getHeader(RequestId.HEADER));
        var writer = call.answer(answer, clock.instant());
        var reply = call.streaming()
                ? new StreamReply(vertx, alarms, visit, writer, settings.clientStall(), settings.heartbeat())
                : new WholeReply(visit, writer);
        var google = call.geminiRequests().stream()
                .map(body -> new GeminiCall(visit.id(), call.model(), call.method(), body, call.conversation()))
                .toList();
        var serving = relay.serve(google, reply);
        visit.served(serving);
        visit.whenOver(serving::cancel);
        if (reply instanceof StreamReply stream) {
            stream.follow(serving);
        }
    }
}
