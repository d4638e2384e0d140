package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// Ways to choose that freeze nobody.
final class Rivals {
    private Rivals() {}

    private abstract static class Unfrozen extends Rival {
        Unfrozen(World world, Agenda agenda, RandomGenerator random) {
            super(world, agenda, random);
        }

        @Override
        double outUntil(SimulatedAccount account, int model) {
            return 0;
        }

        @Override
        void ended(SimulatedAccount account, Request request, double sent, Outcome outcome) {}
    }

    static Balancer roundRobin(World world, Agenda agenda, RandomGenerator random) {
        return new Unfrozen(world, agenda, random) {
            private int last;

            @Override
            SimulatedAccount pick(List<SimulatedAccount> candidates, Request request) {
                var next = candidates.stream()
                        .filter(account -> account.number > last)
                        .findFirst()
                        .orElse(candidates.getFirst());
                last = next.number;
                return next;
            }
        };
    }

    static Balancer random(World world, Agenda agenda, RandomGenerator random) {
        return new Unfrozen(world, agenda, random) {
            @Override
            SimulatedAccount pick(List<SimulatedAccount> candidates, Request request) {
                return anyOf(candidates);
            }
        };
    }

    static Balancer leastOutstanding(World world, Agenda agenda, RandomGenerator random) {
        return new Unfrozen(world, agenda, random) {
            @Override
            SimulatedAccount pick(List<SimulatedAccount> candidates, Request request) {
                var least = candidates.stream()
                        .mapToInt(account -> account.inFlight)
                        .min()
                        .orElse(0);
                return anyOf(candidates.stream()
                        .filter(account -> account.inFlight == least)
                        .toList());
            }
        };
    }

    /// Always the first account that is not out, freezing by cause.
    static Balancer fillFirst(World world, Agenda agenda, RandomGenerator random) {
        var freezes = new CauseFreezes(world, agenda, random);
        return new Rival(world, agenda, random) {
            @Override
            double outUntil(SimulatedAccount account, int model) {
                return freezes.until(account, model);
            }

            @Override
            SimulatedAccount pick(List<SimulatedAccount> candidates, Request request) {
                return candidates.stream()
                        .min(Comparator.comparingInt(account -> account.number))
                        .orElseThrow();
            }

            @Override
            void ended(SimulatedAccount account, Request request, double sent, Outcome outcome) {
                freezes.end(account, request.model(), sent, outcome);
            }
        };
    }
}
