package io.geminigateway.simulator;

import java.time.InstantSource;

/// How a simulator runs: ports (0 = any free one), the clock of quotas, tokens and the ledger, and how many requests it
/// remembers.
public record SimulatorOptions(String host, int httpPort, int httpsPort, InstantSource clock, int remembered) {
    /// What tests want: free ports on the loopback address and the system clock.
    public static SimulatorOptions defaults() {
        return new SimulatorOptions("127.0.0.1", 0, 0, InstantSource.system(), 100_000);
    }

    public SimulatorOptions listeningOn(String address) {
        return new SimulatorOptions(address, httpPort, httpsPort, clock, remembered);
    }

    public SimulatorOptions onPorts(int http, int https) {
        return new SimulatorOptions(host, http, https, clock, remembered);
    }

    public SimulatorOptions at(InstantSource time) {
        return new SimulatorOptions(host, httpPort, httpsPort, time, remembered);
    }

    /// A long benchmark keeps only the last requests: the ledger holds their whole bodies.
    public SimulatorOptions remembering(int requests) {
        return new SimulatorOptions(host, httpPort, httpsPort, clock, requests);
    }
}
