package io.geminigateway.pool;

import io.geminigateway.gemini.ModelName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Requests that wait until an account can serve them: first come, first served, per model. Only the
/// first of a queue asks the pool; when it leaves, it is the next one's turn. Who could not be served in
/// time is not let in. Guarded by its monitor; turns are told outside of it.
public final class WaitingRoom {
    private final Settings settings;
    private final InstantSource clock;
    private final Map<ModelName, Queue> queues = new HashMap<>();

    public WaitingRoom(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// - `patience`: how long a request may wait, from its arrival.
    /// - `fading`, `shortest`: how the recent throughput is measured, and for how long at least.
    /// - `always`: so many may wait whatever the throughput was: an idle gateway has none.
    /// - `models`: bound of what is remembered.
    public record Settings(Duration patience, HalfLife fading, Duration shortest, int always, int models) {
        public static Settings standard() {
            return new Settings(
                    Duration.ofSeconds(10), HalfLife.of(Duration.ofSeconds(30)), Duration.ofSeconds(10), 8, 256);
        }
    }

    /// A place in a queue.
    public final class Ticket {
        private final ModelName model;
        private final Runnable turn;

        private Ticket(ModelName model, Runnable turn) {
            this.model = model;
            this.turn = turn;
        }

        /// Whether it is this one's turn to ask the pool.
        public boolean first() {
            return isFirst(this);
        }

        /// Leaves the queue, served or not. The next one is told if it is its turn now. Idempotent.
        public void leave() {
            var next = remove(this);
            if (next != null) {
                next.turn.run();
            }
        }
    }

    private static final class Queue {
        private final ArrayDeque<Ticket> tickets = new ArrayDeque<>();
        private Throughput throughput;

        private Queue(long now) {
            this.throughput = Throughput.none(now);
        }
    }

    /// Whether somebody waits for the model. Who comes later joins the queue, too, and does not ask the
    /// pool.
    public synchronized boolean busy(ModelName model) {
        var queue = queues.get(model);
        return queue != null && !queue.tickets.isEmpty();
    }

    /// Joins the queue; empty if the queue cannot be served within `wait`. Who is alone in it has its
    /// turn already; for all others `turn` is run later, once, on the thread of the one that left.
    public synchronized Optional<Ticket> join(ModelName model, Duration wait, Runnable turn) {
        var now = clock.millis();
        var queue = queue(model, now);
        var ahead = queue.tickets.size();
        var rate = queue.throughput.perSecond(settings.fading(), settings.shortest(), now);
        if (ahead >= settings.always() && ahead >= rate * wait.toMillis() / 1000) {
            return Optional.empty();
        }
        var ticket = new Ticket(model, turn);
        queue.tickets.add(ticket);
        return Optional.of(ticket);
    }

    /// A call for the model went out.
    public synchronized void served(ModelName model) {
        var now = clock.millis();
        var queue = queue(model, now);
        queue.throughput = queue.throughput.plusOne(settings.fading(), now);
    }

    public synchronized int size() {
        return queues.values().stream().mapToInt(queue -> queue.tickets.size()).sum();
    }

    private synchronized boolean isFirst(Ticket ticket) {
        var queue = queues.get(ticket.model);
        return queue != null && queue.tickets.peek() == ticket;
    }

    private synchronized @Nullable Ticket remove(Ticket ticket) {
        var queue = queues.get(ticket.model);
        if (queue == null) {
            return null;
        }
        var wasFirst = queue.tickets.peek() == ticket;
        var removed = queue.tickets.remove(ticket);
        return removed && wasFirst ? queue.tickets.peek() : null;
    }

    private Queue queue(ModelName model, long now) {
        if (queues.size() >= settings.models() && !queues.containsKey(model)) {
            queues.values().removeIf(queue -> queue.tickets.isEmpty());
        }
        return queues.computeIfAbsent(model, _ -> new Queue(now));
    }
}
