package io.geminigateway.simulator;

/// Whether an account has its project yet: `onboardUser` starts an operation that is done when asked about the second
/// time.
/// Thread-safe: guarded by itself.
final class Onboarding {
    private enum Stage {
        NOT_BEGUN,
        BEGUN,
        POLLED,
        DONE
    }

    private Stage stage = Stage.DONE;

    synchronized void forget() {
        stage = Stage.NOT_BEGUN;
    }

    synchronized void begin() {
        if (stage == Stage.NOT_BEGUN) {
            stage = Stage.BEGUN;
        }
    }

    synchronized void poll() {
        stage = switch (stage) {
            case NOT_BEGUN -> Stage.NOT_BEGUN;
            case BEGUN -> Stage.POLLED;
            case POLLED, DONE -> Stage.DONE;
        };
    }

    synchronized boolean isDone() {
        return stage == Stage.DONE;
    }
}
