package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.RetryBudget;
import io.geminigateway.pool.WaitingRoom;
import java.util.Random;

/// One scenario, one strategy, one stream of chance.
final class Run {
    private static final double AFTERMATH = 120;

    private Run() {}

    static Tally of(Scenario scenario, Strategy strategy, long stream) {
        var agenda = new Agenda();
        var world = new World(scenario, agenda, stream);
        var tally = new Tally(scenario);
        var random = new Random(stream * 31 + 4);
        var surroundings = new Client.Surroundings(
                agenda,
                world,
                strategy.maker().make(world, agenda, new Random(stream * 37 + 5)),
                strategy.manners(),
                new RetryBudget(RetryBudget.Settings.standard(), agenda),
                new WaitingRoom(WaitingRoom.Settings.standard(), agenda),
                random,
                tally);
        for (var request : Load.of(scenario, world, stream)) {
            agenda.at(request.arrival(), () -> new Client(surroundings, request).arrive());
        }
        agenda.run(scenario.duration() + AFTERMATH);
        return tally;
    }
}
