package io.geminigateway.benchmarks.compare;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One connection of a crowd: asks, reads the answer, and says when it is free again. Lives on the load's
/// event loop.
final class Client extends SimpleChannelInboundHandler<ByteBuf> {
    private final Crowd crowd;
    private final Target target;
    private final ByteBuf request;
    private final AnswerReader reader = new AnswerReader(this::mark, this::answer);
    private @Nullable ChannelHandlerContext context;
    private boolean busy;
    private long asked;
    private int marks;

    Client(Crowd crowd, Target target) {
        this.crowd = crowd;
        this.target = target;
        this.request = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(target.requestBytes()));
    }

    /// `intended` is when the request should have left, by [System#nanoTime].
    void ask(long intended) {
        var channel = context;
        if (channel != null) {
            busy = true;
            asked = intended;
            marks = 0;
            var _ = channel.writeAndFlush(request.duplicate());
            crowd.patience().next().ifPresent(limit -> {
                var _ = channel.executor().schedule(() -> giveUp(intended), limit.toNanos(), TimeUnit.NANOSECONDS);
            });
        }
    }

    /// Not waiting any longer.
    private void giveUp(long question) {
        if (busy && asked == question && context != null) {
            busy = false;
            crowd.tally().departure();
            var _ = context.close();
        }
    }

    void leave() {
        if (context != null) {
            var _ = context.close();
        }
    }

    boolean isBusy() {
        return busy;
    }

    private void mark(long written) {
        var now = System.nanoTime();
        if (marks++ == 0) {
            crowd.tally().firstMark(now - asked);
        }
        crowd.tally().mark();
        if (written > 0) {
            crowd.tally().lag(now - written);
        }
    }

    private void answer(int status) {
        busy = false;
        if (status == 200 && marks == target.marks()) {
            crowd.tally().answer(System.nanoTime() - asked);
        } else {
            crowd.tally().failure("status %d with %d of %d marks".formatted(status, marks, target.marks()));
        }
        crowd.free(this);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
        reader.feed(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        crowd.left(this, busy ? "the connection was closed within an answer" : null);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        crowd.tally().failure(cause.toString());
        var _ = ctx.close();
    }
}
