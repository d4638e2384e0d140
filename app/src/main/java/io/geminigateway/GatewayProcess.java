package io.geminigateway;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gateway as a process of its own: runs until it is told to stop.
final class GatewayProcess {
    private static final Logger log = LoggerFactory.getLogger("gateway");

    private GatewayProcess() {}

    /// Serves with what was set, where these flags come first.
    static int run(Map<String, String> flags) throws IOException, InterruptedException {
        var home = Home.folder();
        var environment = Environment.read(home, flags);
        LogLevel.apply(environment);
        environment.doubts().forEach(log::warn);
        var config = GatewayConfig.from(environment, home);
        var gateway = Gateway.start(config, new PoolLog());
        OldGeneration.watch();
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
}
