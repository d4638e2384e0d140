package io.geminigateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.Secret;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.Candidate;
import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.Part;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolListener;
import io.geminigateway.pool.PoolSettings;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.UpstreamFailure;
import io.geminigateway.upstream.UpstreamSink;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Two calls, one answer.
class BundleTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final ModelName MODEL = new ModelName("gemini-3.8-flash");

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    private final FakeUpstream google = new FakeUpstream();
    private final Pool pool = new Pool(PoolSettings.standard(), clock, () -> new Random(7), PoolListener.silent());
    private final Relay relay = new Relay(VERTX, Commons.of(pool, RelaySettings.DEFAULT, clock), google, new Random(7));
    private final List<String> told = new ArrayList<>();
    private final HeardReply client = new HeardReply() {
        @Override
        public void event(int part, GeminiEvent event) {
            told.add(part + " " + textOf(event));
        }
    };

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void nothingIsToldBeforeEveryCallHasBegunToAnswer() {
        serve();

        first().event(text("a"));
        var before = List.copyOf(told);
        second().event(text("b"));
        first().event(text("c"));

        assertThat(before).isEmpty();
        assertThat(told).containsExactly("0 a", "1 b", "0 c");
    }

    @Test
    void aCallThatIsAheadWaitsForTheOthers() {
        serve();

        first().event(text("a"));
        var ahead = google.calls().get(0).paused;
        second().event(text("b"));

        assertThat(ahead).isTrue();
        assertThat(google.calls()).noneMatch(call -> call.paused);
    }

    @Test
    void aCallThatFailsTriesAgainByItself() {
        serve();

        first().event(text("a"));
        second().failed(UpstreamFailure.of(ErrorType.UPSTREAM_5XX, "planted"));
        google.last().sink.event(text("b"));

        assertThat(google.calls()).hasSize(3);
        assertThat(told).containsExactly("0 a", "1 b");
    }

    @Test
    void theAnswerEndsWithItsLastCall() {
        serve();

        first().event(text("a"));
        second().event(text("b"));
        second().ended();
        var before = client.ends;
        first().ended();

        assertThat(before).isZero();
        assertThat(client.ends).isEqualTo(1);
        assertThat(client.failure).isNull();
    }

    @Test
    void theFirstThatFailsForGoodEndsAll() {
        serve();

        first().event(text("a"));
        second().failed(UpstreamFailure.of(ErrorType.INVALID_REQUEST, "planted"));

        assertThat(told).isEmpty();
        assertThat(client.failure).isInstanceOf(Failure.InvalidRequest.class);
        assertThat(client.ends).isEqualTo(1);
        assertThat(google.calls().get(0).cancelled).isTrue();
    }

    @Test
    void whereNobodyCanServeTheClientIsToldOnce() {
        relay.serve(Collections.nCopies(2, call()), client);

        assertThat(client.failure).isInstanceOf(Failure.NoAccount.class);
        assertThat(client.ends).isEqualTo(1);
        assertThat(google.calls()).isEmpty();
    }

    @Test
    void aClientThatLeavesEndsAll() {
        serve().cancel();

        assertThat(google.calls()).allMatch(call -> call.cancelled);
        assertThat(client.ends).isZero();
    }

    @Test
    void aReplyThatRefusesTheEndFailsInsteadOfEnding() {
        var refusing = new HeardReply() {
            @Override
            public void ended() {
                throw new Failure.InvalidRequest("planted").asException();
            }
        };
        account();
        relay.serve(Collections.nCopies(2, call()), refusing);

        first().event(text("a"));
        first().ended();
        second().event(text("b"));
        second().ended();

        assertThat(refusing.failure).isInstanceOf(Failure.InvalidRequest.class);
        assertThat(refusing.ends).isEqualTo(1);
    }

    private Serving serve() {
        account();
        return relay.serve(Collections.nCopies(2, call()), client);
    }

    private void account() {
        pool.accounts(List.of("a", "b").stream()
                .map(name -> new Account(
                        AccountId.ofFile(name),
                        name,
                        Backend.GEMINI_API,
                        new Credentials.ApiKey(new Secret(name)),
                        null,
                        Account.GLOBAL))
                .toList());
    }

    private UpstreamSink first() {
        return google.calls().get(0).sink;
    }

    private UpstreamSink second() {
        return google.calls().get(1).sink;
    }

    private static GeminiCall call() {
        return new GeminiCall("req_1", MODEL, Method.STREAM_GENERATE_CONTENT, new byte[] {}, "");
    }

    private static GeminiEvent text(String text) {
        var content = new Content(Content.MODEL, List.of(Part.ofText(text)));
        var candidate = new Candidate(null, content, null, null, null, null, null);
        return new GeminiEvent(new byte[0], new GenerateContentResponse(List.of(candidate), null, null, null, null));
    }

    private static String textOf(GeminiEvent event) {
        return String.valueOf(event.response()
                .candidatesOrNone()
                .getFirst()
                .parts()
                .getFirst()
                .text());
    }
}
