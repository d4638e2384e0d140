package io.geminigateway.relay;

import io.geminigateway.account.Account;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.telemetry.ModelMeter;
import io.geminigateway.upstream.GeminiCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One client request that takes several calls: each is an exchange of its own, with its own account and its own tries,
/// and all of them are one answer. Nothing is told before every call has come to its commit point, so that until then a
/// failure of any can still be the status of all; a call that is ahead of the others waits, its socket unread. The
/// first that fails ends all.
final class Bundle implements Serving {
    private final Reply reply;
    private final List<Part> parts = new ArrayList<>();
    private int silent;
    private int running;
    private boolean paused;
    private boolean over;

    private Bundle(Reply reply, int calls) {
        this.reply = reply;
        silent = calls;
        running = calls;
    }

    static Bundle begin(Relay relay, List<GeminiCall> calls, Reply reply) {
        var bundle = new Bundle(reply, calls.size());
        for (var call : calls) {
            if (bundle.over) {
                break;
            }
            var part = bundle.new Part(bundle.parts.size());
            bundle.parts.add(part);
            part.exchange = relay.serve(call, part);
        }
        if (bundle.over) {
            bundle.cancel(); // a part may have failed while it began
        }
        return bundle;
    }

    @Override
    public Optional<Account> account() {
        return exchanges().findFirst().flatMap(Exchange::account);
    }

    @Override
    public int attempts() {
        return exchanges().mapToInt(Exchange::attempts).sum();
    }

    @Override
    public void pause() {
        paused = true;
        parts.forEach(Part::pause);
    }

    @Override
    public void resume() {
        paused = false;
        parts.forEach(Part::resume);
    }

    @Override
    public void cancel() {
        over = true;
        parts.forEach(Part::cancel);
    }

    @Override
    public void abandon(Failure failure) {
        if (!over) {
            cancel();
            reply.failed(failure);
        }
    }

    private Stream<Exchange> exchanges() {
        return parts.stream().map(part -> part.exchange).filter(Objects::nonNull);
    }

    private boolean isFlowing() {
        return silent == 0;
    }

    /// Every call has begun to answer: what was held back is told, and from now on all flows.
    private void flow() {
        for (var part : parts) {
            part.release();
        }
        if (!paused) {
            resume();
        }
    }

    /// One of the calls, and what becomes of it.
    private final class Part implements Reply {
        private final int index;
        private final List<GeminiEvent> held = new ArrayList<>(2);
        private @Nullable Exchange exchange;
        private boolean heard;

        private Part(int index) {
            this.index = index;
        }

        @Override
        public void event(GeminiEvent event) {
            if (isFlowing()) {
                reply.event(index, event);
            } else {
                held.add(event);
                hear();
            }
        }

        @Override
        public ModelMeter meter() {
            return reply.meter();
        }

        @Override
        public void charge(UsageMetadata usage) {
            reply.charge(usage);
        }

        @Override
        public void drained() {
            if (isFlowing() && !over) {
                reply.drained();
            }
        }

        /// What the reply throws here comes back as a failure of this call, and ends all.
        @Override
        public void ended() {
            hear();
            running--;
            if (running == 0) {
                reply.ended();
                over = true;
            }
        }

        @Override
        public void failed(Failure failure) {
            abandon(failure);
        }

        private void hear() {
            if (heard) {
                return;
            }
            heard = true;
            silent--;
            if (isFlowing()) {
                flow();
            } else {
                pause();
            }
        }

        private void release() {
            held.forEach(event -> reply.event(index, event));
            held.clear();
        }

        private void pause() {
            if (exchange != null) {
                exchange.pause();
            }
        }

        private void resume() {
            if (exchange != null && (isFlowing() || !heard)) {
                exchange.resume();
            }
        }

        private void cancel() {
            held.clear();
            if (exchange != null) {
                exchange.cancel();
            }
        }
    }
}
