package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.Outcome;
import io.geminigateway.pool.RetryBudget;
import io.geminigateway.pool.WaitingRoom;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One request from its arrival to its end: a short form of the product's relay.
final class Client {
    private static final int NAIVE_TRIES = 6;
    private static final int MOST_ATTEMPTS = 12;
    private static final int MOST_FAILURES = 3;
    private static final int IMMEDIATE_MOVES = 3;
    private static final double PATIENCE = 10;

    /// What all requests of a run share.
    record Surroundings(
            Agenda agenda,
            World world,
            Balancer balancer,
            Manners manners,
            RetryBudget budget,
            WaitingRoom room,
            RandomGenerator random,
            Tally tally) {}

    private final Surroundings all;
    private final Request request;
    private final Set<SimulatedAccount> tried = new HashSet<>();
    private int attempts;
    private int refusals;
    private int failures;
    private boolean secondTurn;
    private boolean over;
    private WaitingRoom.@Nullable Ticket ticket;
    private World.@Nullable Call call;
    private Balancer.@Nullable Report report;

    Client(Surroundings all, Request request) {
        this.all = all;
        this.request = request;
    }

    void arrive() {
        all.budget().pay();
        if (request.kind() == Request.Kind.LEAVING) {
            all.agenda().after(0.2 + 5 * all.random().nextDouble(), this::leave);
        }
        if (all.manners() == Manners.CAREFUL && all.room().busy(World.NAMES.get(request.model()))) {
            queue(Double.POSITIVE_INFINITY);
        } else {
            ask();
        }
    }

    private void ask() {
        if (over) {
            return;
        }
        switch (all.balancer().choose(request, tried)) {
            case Balancer.Decision.Use use -> attempt(use);
            case Balancer.Decision.Nobody nobody -> {
                if (all.manners() == Manners.NAIVE) {
                    finish(false);
                } else if (nobody.retried() && !secondTurn) {
                    secondTurn = true;
                    tried.clear();
                    all.agenda().after(0.3 + 0.7 * all.random().nextDouble(), this::ask);
                } else if (nobody.until() <= request.arrival() + PATIENCE) {
                    queue(nobody.until());
                } else {
                    finish(false);
                }
            }
        }
    }

    /// Waits in the room; the first one in it asks again at `until`.
    private void queue(double until) {
        var agenda = all.agenda();
        if (ticket == null) {
            var wait = request.arrival() + PATIENCE - agenda.now();
            var model = World.NAMES.get(request.model());
            var joined = all.room().join(model, Duration.ofMillis((long) (Math.max(wait, 0) * 1000)), this::ask);
            if (joined.isEmpty()) {
                finish(false);
                return;
            }
            ticket = joined.get();
            agenda.after(wait, () -> {
                if (ticket == joined.get()) {
                    finish(false);
                }
            });
        }
        if (until < Double.POSITIVE_INFINITY && ticket.first()) {
            agenda.at(Math.max(until, agenda.now() + 0.01), this::ask);
        }
    }

    private void attempt(Balancer.Decision.Use use) {
        attempts++;
        all.tally().attempt(request, use.account(), all.world(), all.agenda().now());
        all.room().served(World.NAMES.get(request.model()));
        tried.add(use.account());
        report = use.report();
        call = all.world().send(use.account(), request, this::firstEvent, reply -> ended(use.account(), reply));
        leaveRoom();
    }

    private void leaveRoom() {
        var left = ticket;
        ticket = null;
        if (left != null) {
            left.leave();
        }
    }

    private void firstEvent(double seconds) {
        if (report != null) {
            report.firstEvent(seconds);
        }
        all.tally().firstEvent(request, all.agenda().now());
    }

    private void ended(SimulatedAccount account, Reply reply) {
        if (reply.outcome() instanceof Outcome.Succeeded) {
            all.tally().answered(account, all.agenda().now());
        }
        if (report != null) {
            report.end(reply.outcome());
        }
        report = null;
        call = null;
        if (over) {
            return;
        }
        if (reply.answers() || reply.refused()) {
            finish(reply.outcome() instanceof Outcome.Succeeded);
        } else if (all.manners() == Manners.NAIVE) {
            tryOn(attempts < NAIVE_TRIES, 0);
        } else if (reply.outcome() instanceof Outcome.Failed) {
            failures++;
            tryOn(
                    failures < mostFailures()
                            && attempts < MOST_ATTEMPTS
                            && all.budget().spend(),
                    0);
        } else {
            refusals++;
            var inTime = all.agenda().now() < request.arrival() + PATIENCE;
            tryOn(attempts < MOST_ATTEMPTS && inTime, pause());
        }
    }

    private int mostFailures() {
        return all.balancer().down(request.model()) ? MOST_FAILURES + 1 : MOST_FAILURES;
    }

    private double pause() {
        return refusals <= IMMEDIATE_MOVES ? 0 : Math.min(2, 0.2 * Math.pow(2, refusals - IMMEDIATE_MOVES - 1));
    }

    private void tryOn(boolean may, double pause) {
        if (!may) {
            finish(false);
        } else if (pause == 0) {
            ask();
        } else {
            all.agenda().after(pause, this::ask);
        }
    }

    private void leave() {
        if (!over && call != null) {
            call.cancel();
            if (report != null) {
                report.end(new Outcome.Ignored());
            }
        }
        finish(false);
    }

    private void finish(boolean success) {
        if (!over) {
            over = true;
            leaveRoom();
            all.tally().finished(request, success, all.agenda().now());
        }
    }
}
