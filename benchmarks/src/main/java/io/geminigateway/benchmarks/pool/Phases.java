package io.geminigateway.benchmarks.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Times at which something is out of order, on one model or, where `model` is -1, on all.
record Phases(List<Phase> phases) {
    static final int ALL = -1;

    record Phase(double from, double to, int model) {
        boolean covers(int asked, double time) {
            return from <= time && time < to && (model == ALL || model == asked);
        }
    }

    /// Phases that begin about every so often after the last one, and last about so long; half of them on
    /// all models.
    static Phases about(double every, double lasting, double wide, double duration, RandomGenerator random) {
        var phases = new ArrayList<Phase>();
        for (var from = random.nextExponential() * every; from < duration; ) {
            var to = from + lasting * (0.5 + random.nextDouble());
            phases.add(new Phase(from, to, random.nextDouble() < wide ? ALL : random.nextInt(World.MODELS)));
            from = to + random.nextExponential() * every;
        }
        return new Phases(phases);
    }

    boolean covers(int model, double time) {
        return phases.stream().anyMatch(phase -> phase.covers(model, time));
    }
}
