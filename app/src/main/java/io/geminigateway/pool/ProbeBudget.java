package io.geminigateway.pool;

/// How many requests may be spent on finding out whether thawed accounts are well, although the draw
/// would send them elsewhere. Guarded by its monitor.
final class ProbeBudget {
    private final ProbeSettings settings;
    private double saved;
    private long last = Long.MIN_VALUE;

    ProbeBudget(ProbeSettings settings) {
        this.settings = settings;
    }

    /// Every request pays in.
    synchronized void pay() {
        saved = Math.min(saved + settings.perRequest(), settings.most());
    }

    synchronized boolean spend(long now) {
        if (saved < 1 || now < last + settings.apart().toMillis()) {
            return false;
        }
        saved--;
        last = now;
        return true;
    }
}
