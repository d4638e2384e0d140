package io.geminigateway;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./gateway serve`: runs until it is told to stop.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serve the OpenAI API from the accounts in the accounts folder (the default command).")
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", description = "Port to listen on; PORT, 3000 by default.")
    private @Nullable String port;

    @Option(names = "--host", description = "Address to listen on; HOST, all interfaces by default.")
    private @Nullable String host;

    @Option(
            names = "--admin-port",
            description = "Port of the operator's side, on this machine only; ADMIN_PORT, 3001 by default.")
    private @Nullable String adminPort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var home = Home.folder();
        var environment = Environment.read(home, flags());
        LogLevel.apply(environment);
        var config = GatewayConfig.from(environment, home);
        var gateway = Gateway.start(config, new PoolLog());
        Announcement.make(config, gateway, ManagementFactory.getRuntimeMXBean().getUptime());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gateway), "shutdown"));
        new CountDownLatch(1).await();
        return 0;
    }

    /// A signal is how a server is told to stop, not a failure: supervisors are to see exit code 0, not 143.
    private static void stop(Gateway gateway) {
        try {
            gateway.close();
        } finally {
            ((LoggerContext) LoggerFactory.getILoggerFactory()).stop(); // writes what is queued
            Runtime.getRuntime().halt(0);
        }
    }

    private Map<String, String> flags() {
        var flags = new HashMap<String, String>();
        if (port != null) {
            flags.put("PORT", port);
        }
        if (host != null) {
            flags.put("HOST", host);
        }
        if (adminPort != null) {
            flags.put("ADMIN_PORT", adminPort);
        }
        return flags;
    }
}
