package io.geminigateway.server;

import io.geminigateway.account.Secret;
import java.time.Duration;
import java.util.List;

/// How the gateway meets its clients. No `apiKeys` means that any key, or none, will do. `bodyLimit` bounds
/// one request's body and `bodiesLimit` all bodies in memory at once, both in bytes; `drain` is how long
/// running requests get at the end; `heartbeat` is the longest silence of a stream, zero for as long as it
/// takes.
public record ServerSettings(
        String host,
        int port,
        List<Secret> apiKeys,
        long bodyLimit,
        long bodiesLimit,
        Duration bodyIdle,
        Duration bodyTotal,
        Duration clientStall,
        Duration drain,
        Duration heartbeat) {

    public ServerSettings {
        apiKeys = List.copyOf(apiKeys);
    }

    /// The same, with another patience at the end.
    public ServerSettings draining(Duration atMost) {
        return new ServerSettings(
                host, port, apiKeys, bodyLimit, bodiesLimit, bodyIdle, bodyTotal, clientStall, atMost, heartbeat);
    }

    /// The same, with another longest silence.
    public ServerSettings beating(Duration interval) {
        return new ServerSettings(
                host, port, apiKeys, bodyLimit, bodiesLimit, bodyIdle, bodyTotal, clientStall, drain, interval);
    }

    public static ServerSettings on(String host, int port, List<Secret> apiKeys) {
        return new ServerSettings(
                host,
                port,
                apiKeys,
                32L << 20,
                Runtime.getRuntime().maxMemory() / 4,
                Duration.ofSeconds(15),
                Duration.ofSeconds(120),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(15));
    }
}
