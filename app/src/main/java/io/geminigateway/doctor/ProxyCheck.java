package io.geminigateway.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the outbound proxy takes connections.
final class ProxyCheck implements Check {
    private static final String NAME = "proxy";
    private static final int PATIENCE = 5_000;

    private final @Nullable URI proxy;

    ProxyCheck(Patient patient) {
        proxy = patient.proxy();
    }

    @Override
    public List<Finding> look() {
        if (proxy == null) {
            return List.of(Finding.ok(NAME, "none; calls go to Google directly"));
        }
        var port = proxy.getPort() >= 0 ? proxy.getPort() : proxy.getScheme().equals("socks5") ? 1080 : 3128;
        var where = "%s:%d".formatted(proxy.getHost(), port); // without its user and password
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(proxy.getHost(), port), PATIENCE);
            return List.of(Finding.ok(NAME, where));
        } catch (IOException | IllegalArgumentException refused) {
            return List.of(Finding.fail(
                    NAME, "nobody answers at %s".formatted(where), "start that proxy, or correct or remove PROXY"));
        }
    }
}
