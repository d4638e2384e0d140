package io.geminigateway.server;

import io.geminigateway.dialect.Carrier;
import io.geminigateway.failure.Failure;
import io.geminigateway.timer.AlarmClock;
import io.geminigateway.upstream.Passage;
import java.time.InstantSource;

/// Carries what is larger than memory to the account that holds it, and back. One per event loop.
final class PassageEndpoint {
    private final AlarmClock alarms;
    private final Carrier carrier;
    private final Passage passage;
    private final Holders holders;
    private final Doorkeeper doorkeeper;
    private final InstantSource clock;

    PassageEndpoint(
            AlarmClock alarms,
            Carrier carrier,
            Passage passage,
            Holders holders,
            Doorkeeper doorkeeper,
            InstantSource clock) {
        this.alarms = alarms;
        this.carrier = carrier;
        this.passage = passage;
        this.holders = holders;
        this.doorkeeper = doorkeeper;
        this.clock = clock;
    }

    void carry(Visit visit) {
        if (doorkeeper.isClosing()) {
            throw new Failure.ShuttingDown("The gateway is shutting down").asException();
        }
        var freight = carrier.freight(visit.head());
        var held = holders.held(freight.name());
        visit.request().pause();
        var path = freight.path().isEmpty() ? held.address() : freight.path();
        var crossing = new Crossing(alarms, visit, carrier, passage, holders, held.account(), clock);
        crossing.begin(path, freight.headers());
    }
}
