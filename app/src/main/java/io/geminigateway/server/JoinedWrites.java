package io.geminigateway.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The small pieces of one write go to the socket as one: a head and its body, or an event between the marks of its
/// chunk. The kernel and Netty charge for each piece, and copying so few bytes costs less. One connection's.
final class JoinedWrites extends ChannelOutboundHandlerAdapter {
    /// What is larger goes by itself, uncopied. Bytes.
    private static final int SMALL = 4 << 10;

    private final List<ChannelPromise> promises = new ArrayList<>(4);
    private @Nullable ByteBuf joined;

    static void of(HttpConnection connection) {
        // Vert.x has no setting for this; where its inside looks otherwise, each piece is written by itself
        if (connection instanceof HttpServerConnection inside) {
            inside.channelHandlerContext().pipeline().addFirst("joined-writes", new JoinedWrites());
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf piece && piece.readableBytes() <= SMALL) {
            join(context, piece, promise);
        } else {
            pass(context);
            var _ = context.write(message, promise);
        }
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        pass(context);
        context.flush();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        pass(context);
    }

    private void join(ChannelHandlerContext context, ByteBuf piece, ChannelPromise promise) {
        try {
            if (joined == null) {
                joined = context.alloc().directBuffer(Math.max(SMALL / 2, piece.readableBytes()));
            }
            joined.writeBytes(piece);
        } finally {
            piece.release();
        }
        promises.add(promise);
    }

    private void pass(ChannelHandlerContext context) {
        var together = joined;
        if (together != null) {
            joined = null;
            var _ = context.write(together, promise(context.channel()));
        }
    }

    /// One promise that keeps all that were made for the pieces.
    private ChannelPromise promise(Channel channel) {
        if (promises.size() == 1) {
            return promises.removeFirst();
        }
        var made = List.copyOf(promises);
        promises.clear();
        var one = channel.newPromise();
        one.addListener(written -> {
            for (var promise : made) {
                if (written.isSuccess()) {
                    promise.trySuccess();
                } else {
                    promise.tryFailure(written.cause());
                }
            }
        });
        return one;
    }
}
