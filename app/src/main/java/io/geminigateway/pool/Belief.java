package io.geminigateway.pool;

/// Faded counts of the answers that came and of those that did not, as they stood at `asOf`.
record Belief(double successes, double failures, long asOf) {
    static final Belief NONE = new Belief(0, 0, 0);

    Belief with(double moreSuccesses, double moreFailures, BeliefSettings settings, long now) {
        var left = settings.fading().left(asOf, now);
        var sum = new Belief(successes * left + moreSuccesses, failures * left + moreFailures, now);
        var calls = sum.successes + sum.failures;
        return calls <= settings.mostCalls() ? sum : sum.times(settings.mostCalls() / calls);
    }

    /// The same with only this share of the failures.
    Belief forgiving(double remaining) {
        return new Belief(successes, failures * remaining, asOf);
    }

    private Belief times(double factor) {
        return new Belief(successes * factor, failures * factor, asOf);
    }
}
