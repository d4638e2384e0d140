package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.EmbedContentResponse;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch of embeddings for a backend that knows none: one call per content, a few at a time, and one answer out of
/// all. The first that fails ends all.
final class SplitBatch implements UpstreamExchange {
    private static final int AT_ONCE = 8;

    private final GoogleUpstream google;
    private final GeminiCall call;
    private final Account account;
    private final UpstreamSink sink;
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<UpstreamExchange> running = new ArrayList<>();
    private EmbedContentResponse.@Nullable Vector[] vectors = {};
    private int sent;
    private int answered;
    private int tokens;
    private boolean over;

    SplitBatch(GoogleUpstream google, GeminiCall call, Account account, UpstreamSink sink) {
        this.google = google;
        this.call = call;
        this.account = account;
        this.sink = sink;
    }

    void begin() {
        if (over) {
            return;
        }
        try {
            bodies.addAll(VertexEmbedding.split(call.body()));
        } catch (RefusedException refused) {
            fail(refused.failure());
            return;
        }
        vectors = new EmbedContentResponse.@Nullable Vector[bodies.size()];
        if (bodies.isEmpty()) {
            fail(UpstreamFailure.of(ErrorType.INVALID_REQUEST, "There is nothing to embed."));
        }
        for (var i = 0; i < AT_ONCE; i++) {
            sendNext();
        }
    }

    @Override
    public void pause() {
        // the answers are small, and told as one
    }

    @Override
    public void resume() {
        // nothing was paused
    }

    @Override
    public void cancel() {
        over = true;
        running.forEach(UpstreamExchange::cancel);
        running.clear();
    }

    private void sendNext() {
        if (!over && sent < bodies.size()) {
            var index = sent++;
            var one = new GeminiCall(
                    call.requestId(), call.model(), Method.EMBED_CONTENT, bodies.get(index), call.conversation());
            running.add(google.send(one, account, new One(index)));
        }
    }

    private void fail(UpstreamFailure failure) {
        if (!over) {
            cancel();
            sink.failed(failure);
        }
    }

    private void oneAnswered() {
        answered++;
        if (answered == bodies.size() && !over) {
            over = true;
            var whole = new EmbedContentResponse(
                    null, Arrays.asList(vectors), tokens == 0 ? null : VertexEmbedding.tokens(tokens));
            sink.event(new GeminiEvent(
                    VertexEmbedding.write(whole), new GenerateContentResponse(null, null, null, null, null)));
            sink.drained();
            sink.ended();
        } else {
            sendNext();
        }
    }

    /// What becomes of one content.
    private final class One implements UpstreamSink {
        private final int index;

        private One(int index) {
            this.index = index;
        }

        @Override
        public void event(GeminiEvent event) {
            var response = VertexEmbedding.read(event.json());
            vectors[index] = response.embedding();
            tokens += response.promptTokens();
            if (vectors[index] == null) {
                fail(UpstreamFailure.of(ErrorType.UPSTREAM_PROTOCOL, "Google's answer holds no embedding."));
            }
        }

        @Override
        public void drained() {
            // told as one, at the end
        }

        @Override
        public void ended() {
            oneAnswered();
        }

        @Override
        public void failed(UpstreamFailure failure) {
            fail(failure);
        }
    }
}
