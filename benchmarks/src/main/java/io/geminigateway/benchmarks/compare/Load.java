package io.geminigateway.benchmarks.compare;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;

/// The clients' side of the comparison: one event loop that speaks HTTP/1.1 with as little ado as it can.
final class Load implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final SslContext tls;

    Load(Certificate certificate) {
        tls = certificate.trusted();
    }

    /// Begins to press a target with so many clients, who enter over the `spread`.
    Crowd press(Target target, int clients, Duration spread, Arrivals arrivals, Patience patience) {
        EventLoop loop = loops.next();
        var crowd = new Crowd(loop, target, arrivals, patience, bootstrap(loop, target));
        crowd.enter(clients, spread);
        return crowd;
    }

    /// So many clients who ask once and take their answers at a slow reader's pace.
    Crowd pressSlowly(Target target, int clients) {
        EventLoop loop = loops.next();
        var bootstrap = SlowReading.slowed(bootstrap(loop, target));
        var crowd = new Crowd(loop, target, new Arrivals.Closed(), Patience.endless(), bootstrap);
        crowd.enter(clients, Duration.ZERO);
        return crowd;
    }

    private Bootstrap bootstrap(EventLoop loop, Target target) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress(Target.HOST, target.port())
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        if (target.encrypted()) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc(), Target.HOST, target.port()));
                        }
                    }
                });
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
