package io.geminigateway.relay;

import io.geminigateway.account.Account;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.Upstream;
import io.geminigateway.upstream.UpstreamExchange;
import io.geminigateway.upstream.UpstreamSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A Google that does nothing by itself: the test plays it, call by call.
final class FakeUpstream implements Upstream {
    private final List<Sent> calls = new CopyOnWriteArrayList<>();

    /// One call: whom it went to, and where to tell what comes of it.
    static final class Sent implements UpstreamExchange {
        final GeminiCall call;
        final Account account;
        final UpstreamSink sink;
        boolean paused;
        boolean cancelled;

        private Sent(GeminiCall call, Account account, UpstreamSink sink) {
            this.call = call;
            this.account = account;
            this.sink = sink;
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Override
    public UpstreamExchange send(GeminiCall call, Account account, UpstreamSink sink) {
        var sent = new Sent(call, account, sink);
        calls.add(sent);
        return sent;
    }

    List<Sent> calls() {
        return calls;
    }

    Sent last() {
        return calls.getLast();
    }
}
