package io.geminigateway.benchmarks.compare;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A connection that is read at 1 KB a second, with the smallest buffer that the kernel grants.
final class SlowReading extends ChannelInboundHandlerAdapter {
    private static final int PORTION = 1 << 10;

    private @Nullable ScheduledFuture<?> reading;

    private SlowReading() {}

    /// Clients without TLS only.
    static Bootstrap slowed(Bootstrap bootstrap) {
        return bootstrap
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.SO_RCVBUF, PORTION)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(PORTION).maxMessagesPerRead(1))
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new SlowReading());
                    }
                });
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        reading = ctx.executor().scheduleAtFixedRate(ctx::read, 1, 1, TimeUnit.SECONDS);
        ctx.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (reading != null) {
            reading.cancel(false);
        }
        ctx.fireChannelInactive();
    }
}
