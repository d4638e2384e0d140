package io.geminigateway.benchmarks.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// What every measurement needs: the plan, the clients, the mock, chance, and somebody to tell of the progress.
record Rig(Plan plan, Load load, Mock mock, Random random, Consumer<String> told) {

    /// Clients who ask again as soon as they have their answer.
    Crowd press(Contestant contestant, Workload workload, int clients) {
        return press(contestant, workload, clients, new Arrivals.Closed());
    }

    Crowd press(Contestant contestant, Workload workload, int clients, Arrivals arrivals) {
        return load.press(contestant.target(workload), clients, plan.spread(workload), arrivals, Patience.endless());
    }

    /// The contestants in a new order.
    List<Contestant> shuffled(List<Contestant> contestants) {
        var order = new ArrayList<>(contestants);
        Collections.shuffle(order, random);
        return order;
    }

    ProcessTree tree(Contestant contestant) {
        var tree = new ProcessTree(contestant.processes());
        if (!tree.isAlive() || !new ProcessTree(mock.processes()).isAlive()) {
            throw new IllegalStateException("%s or the mock has ended; their logs lie in benchmarks/target/compare"
                    .formatted(contestant.name()));
        }
        return tree;
    }

    Meter meter(Contestant contestant) {
        return new Meter(tree(contestant), new ProcessTree(mock.processes()));
    }

    void tell(Scenario scenario, String text) {
        told.accept(scenario.id() + ": " + text);
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
