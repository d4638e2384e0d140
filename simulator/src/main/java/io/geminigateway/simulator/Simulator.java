package io.geminigateway.simulator;

import java.net.URI;
import java.nio.file.Path;

/// A pretend Google on real ports. Thread-safe; whoever started it closes it.
public final class Simulator implements AutoCloseable {
    /// The OAuth client the simulator knows.
    public static final String CLIENT_ID = "sim-client";

    public static final String CLIENT_SECRET = "sim-secret";

    private final Ledger ledger;

    private Simulator(SimulatorOptions options) {
        ledger = new Ledger(options.remembered());
    }

    public static Simulator start() {
        return start(SimulatorOptions.defaults());
    }

    public static Simulator start(SimulatorOptions options) {
        return new Simulator(options);
    }

    /// `http://127.0.0.1:41234`: HTTP/1.1; every service under this base, or under any path below it.
    public URI http() {
        return URI.create("http://127.0.0.1:0");
    }

    /// `https://localhost:41235`: the same over TLS, h2 or HTTP/1.1 by ALPN.
    public URI https() {
        return URI.create("https://localhost:0");
    }

    /// The certificate authority to trust, as PEM; the file goes when the simulator closes.
    public Path caFile() {
        return Path.of("ca.pem");
    }

    public URI tokenEndpoint() {
        return URI.create(http() + "/oauth/token");
    }

    /// The consent page; `auto=<account>` in its query allows that account without a click.
    public URI authEndpoint() {
        return URI.create(http() + "/oauth/auth");
    }

    /// The account of this name, created on first use.
    public SimulatedAccount account(String name) {
        return new SimulatedAccount(name);
    }

    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {}
}
