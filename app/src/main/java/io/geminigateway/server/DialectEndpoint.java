package io.geminigateway.server;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.relay.Relay;
import io.geminigateway.timer.AlarmClock;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.Pin;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

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
    private final Holders holders;

    DialectEndpoint(
            Vertx vertx,
            AlarmClock alarms,
            Dialect dialect,
            Relay relay,
            ServerSettings settings,
            InstantSource clock,
            MediaSource media,
            Holders holders) {
        this.vertx = vertx;
        this.alarms = alarms;
        this.dialect = dialect;
        this.relay = relay;
        this.settings = settings;
        this.clock = clock;
        this.media = media;
        this.holders = holders;
    }

    void handle(Visit visit, byte[] body) {
        var inbound = new Inbound(visit.head(), body);
        if (body.length <= LARGE && !dialect.takesLong(inbound)) {
            complete(visit, dialect.read(inbound));
        } else {
            Callable<DialectCall> reading = () -> dialect.read(inbound);
            vertx.executeBlocking(reading, false)
                    .onSuccess(call -> Front.guarded(visit, () -> complete(visit, call)))
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
                .onSuccess(whole -> Front.guarded(visit, () -> serve(visit, whole)))
                .onFailure(thrown -> Front.fail(visit, thrown));
    }

    private void serve(Visit visit, DialectCall call) {
        if (visit.isOver()) { // the client left while its request was parsed
            return;
        }
        visit.asksFor(call);
        call.headers().forEach(visit.response()::putHeader);
        var answer = RequestId.ofAnswer(visit.id(), visit.request().getHeader(RequestId.HEADER));
        var writer = call.answer(answer, clock.instant());
        var reply = call.streaming()
                ? new StreamReply(vertx, alarms, visit, writer, settings.clientStall(), settings.heartbeat())
                : new WholeReply(visit, writer, holders);
        var pin = pin(visit, call);
        var google = new ArrayList<GeminiCall>(call.geminiRequests().size());
        for (var body : call.geminiRequests()) {
            google.add(new GeminiCall(
                    visit.id(),
                    call.model(),
                    call.method(),
                    body,
                    call.conversation(),
                    call.isVerbatim(),
                    pin,
                    call.resource().orElse(null)));
        }
        var serving = relay.serve(google, reply);
        visit.served(serving);
        visit.whenOver(serving::cancel);
        if (reply instanceof StreamReply stream) {
            stream.follow(serving);
        }
    }

    /// What a client leaves with Google had better lie together: a request can only use what one account sees.
    private @Nullable Pin pin(Visit visit, DialectCall call) {
        var pin = holders.pin(call.held());
        return (call.resource().isPresent() ? pin.or(() -> holders.home(visit.client())) : pin).orElse(null);
    }
}
