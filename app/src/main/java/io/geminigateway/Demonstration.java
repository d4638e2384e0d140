package io.geminigateway;

import ch.qos.logback.classic.Level;
import io.geminigateway.account.Account;
import io.geminigateway.demo.DemoGateway;
import io.geminigateway.demo.PoolNews;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.pool.Freeze;
import io.geminigateway.pool.PoolListener;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The real gateway, as the demo is handed it.
final class Demonstration {
    private Demonstration() {}

    static DemoGateway start(Map<String, String> settings, Path home, Consumer<PoolNews> news) {
        hush();
        var quiet = new HashMap<>(settings);
        quiet.put("ADMIN_PORT", "off"); // a real gateway may be running beside the show
        var gateway = Gateway.start(GatewayConfig.from(quiet, home), new Reporter(news));
        return new DemoGateway() {
            @Override
            public int port() {
                return gateway.port();
            }

            @Override
            public void close() {
                gateway.close();
            }
        };
    }

    /// The show speaks for itself; LOG_LEVEL brings the log back.
    private static void hush() {
        if (System.getenv("LOG_LEVEL") == null) {
            LogLevel.set(Level.ERROR);
        }
    }

    /// Tells the demo of freezes.
    private record Reporter(Consumer<PoolNews> news) implements PoolListener {
        @Override
        public void frozen(Account account, @Nullable ModelName model, Freeze freeze) {
            var name = account.file().replaceFirst("\\.json$", "");
            var cause = freeze.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            news.accept(new PoolNews(name, cause, freeze.until()));
        }

        @Override
        public void thawed(Account account, @Nullable ModelName model, Freeze freeze) {}

        @Override
        public void parked(Account account, String cause, String remedy) {}
    }
}
