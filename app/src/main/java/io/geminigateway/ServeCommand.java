package io.geminigateway;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./gateway serve`: runs until it is told to stop.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serve the OpenAI API from the accounts in the accounts folder (the default command).")
final class ServeCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger("gateway");

    @Mixin
    private final SettingFlags flags = new SettingFlags();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var home = Home.folder();
        var environment = Environment.read(home, flags.values());
        LogLevel.apply(environment);
        environment.doubts().forEach(log::warn);
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
}
