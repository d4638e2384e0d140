package io.geminigateway.benchmarks.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

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

    /// At random times that do not heed the answers: `rate` a second. Who finds no free client waits, and the
    /// wait counts.
    final class Open implements Arrivals {
        private final double rate;
        private final Random random;
        private final Deque<Client> idle = new ArrayDeque<>();
        private final Deque<Long> waiting = new ArrayDeque<>();
        private volatile boolean stopped;

        Open(double rate, Random random) {
            this.rate = rate;
            this.random = random;
        }

        @Override
        public void start(Executor loop) {
            Thread.ofPlatform().daemon().name("arrivals").start(() -> arrive(loop));
        }

        private void arrive(Executor loop) {
            var next = System.nanoTime();
            while (!stopped) {
                next += (long) (-Math.log(1 - random.nextDouble()) * 1e9 / rate);
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
