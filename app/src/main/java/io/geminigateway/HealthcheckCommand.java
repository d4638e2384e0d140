package io.geminigateway;

import io.geminigateway.terminal.PrintingCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./gateway healthcheck`: asks the gateway that runs here whether it lives. For containers, whose image
/// holds no other program that could ask. A bare socket, because this runs every half minute and a whole
/// client costs a second of CPU.
@Command(
        name = "healthcheck",
        description = "Ask the gateway of this machine whether it lives; exit code 0 if so, else 1.")
final class HealthcheckCommand extends PrintingCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final byte[] REQUEST =
            "GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GOOD = "HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII);

    @Mixin
    private final SettingFlags flags = new SettingFlags();

    @Override
    public Integer call() throws IOException {
        return check(Environment.read(Home.folder(), flags.values()), Home.folder());
    }

    private int check(Environment environment, Path home) {
        var server = GatewayConfig.from(environment, home).server();
        var wrong = problemAt(server.host(), server.port());
        if (wrong != null) {
            line().getErr().println(wrong);
        }
        return wrong == null ? 0 : 1;
    }

    /// What is wrong with the gateway there; null if nothing is.
    static @Nullable String problemAt(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(reachable(host), port), Math.toIntExact(PATIENCE.toMillis()));
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write(REQUEST);
            var head = socket.getInputStream().readNBytes(GOOD.length);
            return Arrays.equals(head, GOOD) ? null : "What answers on port %d is no healthy gateway".formatted(port);
        } catch (IOException failed) {
            return "No gateway answers on port %d of %s: %s".formatted(port, host, failed.getMessage());
        }
    }

    private static InetAddress reachable(String host) throws IOException {
        var address = InetAddress.getByName(host);
        return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    }
}
