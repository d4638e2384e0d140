package io.geminigateway.benchmarks.compare;

import java.time.Duration;

/// What a contestant and the rig have used since it was made.
final class Meter {
    private final ProcessTree contestant;
    private final ProcessTree mock;
    private final long began = System.nanoTime();
    private final Duration contestantBefore;
    private final Duration rigBefore;

    Meter(ProcessTree contestant, ProcessTree mock) {
        this.contestant = contestant;
        this.mock = mock;
        this.contestantBefore = contestant.cpu();
        this.rigBefore = rigNow();
    }

    private Duration rigNow() {
        return mock.cpu().plus(ProcessTree.ownCpu());
    }

    Duration length() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    Duration cpu() {
        return contestant.cpu().minus(contestantBefore);
    }

    Duration rig() {
        return rigNow().minus(rigBefore);
    }
}
