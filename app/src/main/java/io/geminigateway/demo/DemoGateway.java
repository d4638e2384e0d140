package io.geminigateway.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// A running gateway, as the demo sees it.
public interface DemoGateway extends AutoCloseable {
    /// Where it listens on the loopback address.
    int port();

    @Override
    void close();

    /// Starts the real gateway with these settings; `home` is its folder, `news` hears what happens in its pool.
    @FunctionalInterface
    interface Starter {
        DemoGateway start(Map<String, String> settings, Path home, Consumer<PoolNews> news);
    }
}
