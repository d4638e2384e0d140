package io.geminigateway.doctor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the gateway's ports are free, or taken by a gateway that runs.
final class PortCheck implements Check {
    private static final String NAME = "ports";
    private static final int PATIENCE = 2_000;

    private final String host;
    private final int port;
    private final @Nullable Integer adminPort;

    PortCheck(Patient patient) {
        host = patient.host();
        port = patient.port();
        adminPort = patient.adminPort();
    }

    @Override
    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        findings.add(look(host, port, "PORT"));
        if (adminPort != null) {
            findings.add(look("127.0.0.1", adminPort, "ADMIN_PORT"));
        }
        return findings;
    }

    private static Finding look(String host, int port, String setting) {
        if (port == 0) {
            return Finding.ok(NAME, "%s is 0: any free port".formatted(setting));
        }
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return Finding.ok(NAME, "%s %d is free".formatted(setting, socket.getLocalPort()));
        } catch (IOException | SecurityException taken) {
            return isGateway(port)
                    ? Finding.ok(NAME, "%s %d: a gateway runs there".formatted(setting, port))
                    : Finding.fail(
                            NAME,
                            "%s %d cannot be opened on %s: %s".formatted(setting, port, host, taken.getMessage()),
                            port < 1024
                                    ? "ports below 1024 need rights: set %s to another".formatted(setting)
                                    : "see who has it: ss -ltnp 'sport = :%d'; or set %s to another"
                                            .formatted(port, setting));
        }
    }

    private static boolean isGateway(int port) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/livez").toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            return connection.getResponseCode() == 200;
        } catch (IOException | ClassCastException stranger) {
            return false;
        }
    }
}
