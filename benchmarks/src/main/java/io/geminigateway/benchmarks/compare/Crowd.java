package io.geminigateway.benchmarks.compare;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The clients of one window, on one event loop. A client that loses its connection is replaced.
final class Crowd implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final EventLoop loop;
    private final Bootstrap bootstrap;
    private final Target target;
    private final Arrivals arrivals;
    private final Patience patience;
    private final Set<Client> clients = new HashSet<>();
    private final CompletableFuture<@Nullable Void> empty = new CompletableFuture<>();
    private Tally tally = new Tally();
    private boolean closing;

    Crowd(EventLoop loop, Target target, Arrivals arrivals, Patience patience, Bootstrap bootstrap) {
        this.loop = loop;
        this.bootstrap = bootstrap;
        this.target = target;
        this.arrivals = arrivals;
        this.patience = patience;
    }

    /// Lets so many clients in, evenly spread over a time.
    void enter(int count, Duration spread) {
        for (var i = 0; i < count; i++) {
            var _ = loop.schedule(this::connect, spread.toNanos() * i / count, TimeUnit.NANOSECONDS);
        }
        arrivals.start(loop);
    }

    /// Hands out what was seen since the last time, and begins anew.
    Tally take() {
        return onLoop(() -> {
            var taken = tally;
            tally = new Tally();
            return taken;
        });
    }

    /// Lets answers come to their end, then closes the connections.
    @Override
    public void close() {
        arrivals.stop();
        onLoop(() -> {
            closing = true;
            clients.stream().filter(client -> !client.isBusy()).toList().forEach(Client::leave);
            return emptied();
        });
        try {
            empty.get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception unanswered) {
            onLoop(() -> {
                clients.stream().toList().forEach(Client::leave);
                return emptied();
            });
        }
    }

    Tally tally() {
        return tally;
    }

    Patience patience() {
        return patience;
    }

    void free(Client client) {
        if (closing) {
            client.leave();
        } else {
            arrivals.free(client);
        }
    }

    void left(Client client, @Nullable String complaint) {
        clients.remove(client);
        if (closing) {
            emptied();
        } else {
            again(complaint);
        }
    }

    private boolean emptied() {
        return clients.isEmpty() && empty.complete(null);
    }

    private void connect() {
        if (!closing) {
            bootstrap.connect().addListener((ChannelFuture connected) -> {
                if (connected.isSuccess()) {
                    var client = new Client(this, target);
                    connected.channel().pipeline().addLast(client);
                    clients.add(client);
                    free(client);
                } else {
                    again(String.valueOf(connected.cause()));
                }
            });
        }
    }

    private void again(@Nullable String complaint) {
        if (complaint != null) {
            tally.failure(complaint);
        }
        var _ = loop.schedule(this::connect, PAUSE.toNanos(), TimeUnit.NANOSECONDS);
    }

    private <T> T onLoop(Callable<T> task) {
        try {
            return loop.submit(task).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
