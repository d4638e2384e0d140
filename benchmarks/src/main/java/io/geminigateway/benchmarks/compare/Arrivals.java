package io.geminigateway.benchmarks.compare;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Decides when a free client asks again. Called on the load's event loop.
sealed interface Arrivals {
    void start(Executor loop);

    void free(Client client);

    void stop();

    /// At once.
    record Closed() implements Arrivals {
        @Override
        public void start(Executor loop) {}

        @Override
        public void free(Client client) {
            client.ask(System.nanoTime());
        }

        @Override
        public void stop() {}
    }

    /// At times that do not heed the answers. Who finds no free client waits, and the wait counts.
    final class Open implements Arrivals {
        private final LongSupplier gaps;
        private final Deque<Client> idle = new ArrayDeque<>();
        private final Deque<Long> waiting = new ArrayDeque<>();
        private volatile boolean stopped;

        private Open(LongSupplier gaps) {
            this.gaps = gaps;
        }

        /// At random, so many a second.
        static Open random(double rate, Random random) {
            return new Open(() -> (long) (-Math.log(1 - random.nextDouble()) * 1e9 / rate));
        }

        static Open every(Duration gap) {
            return new Open(gap::toNanos);
        }

        @Override
        public void start(Executor loop) {
            Thread.ofPlatform().daemon().name("arrivals").start(() -> arrive(loop));
        }

        private void arrive(Executor loop) {
            var next = System.nanoTime();
            while (!stopped) {
                next += gaps.getAsLong();
                for (var wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                var intended = next;
                loop.execute(() -> arrived(intended));
            }
        }

        private void arrived(long intended) {
            var client = idle.poll();
            if (client == null) {
                waiting.add(intended);
            } else {
                client.ask(intended);
            }
        }

        @Override
        public void free(Client client) {
            var intended = waiting.poll();
            if (intended == null) {
                idle.push(client);
            } else {
                client.ask(intended);
            }
        }

        @Override
        public void stop() {
            stopped = true;
        }
    }
}
