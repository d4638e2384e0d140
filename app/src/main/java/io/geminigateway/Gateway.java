package io.geminigateway;

import io.geminigateway.account.AccountFolder;
import io.geminigateway.account.TokenRefresher;
import io.geminigateway.demo.DemoGateway;
import io.geminigateway.demo.PoolNews;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.openai.OpenAiModels;
import io.geminigateway.openai.chat.ChatCompletions;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolListener;
import io.geminigateway.pool.PoolSettings;
import io.geminigateway.relay.Relay;
import io.geminigateway.relay.RelaySettings;
import io.geminigateway.server.Routes;
import io.geminigateway.server.Server;
import io.geminigateway.upstream.GoogleUpstream;
import io.geminigateway.upstream.Trust;
import io.geminigateway.upstream.UpstreamClients;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole program, wired by hand. Read this first.
public final class Gateway implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Gateway.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration LOOK_AT_FOLDER = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final AccountFolder accounts;
    private final Pool pool;
    private final Server server;

    private Gateway(Vertx vertx, AccountFolder accounts, Pool pool, Server server) {
        this.vertx = vertx;
        this.accounts = accounts;
        this.pool = pool;
        this.server = server;
    }

    /// Starts serving; blocks until the port is open. Throws a [StartException] when that cannot be.
    public static Gateway start(GatewayConfig config) {
        return start(config, new PoolLog());
    }

    private static Gateway start(GatewayConfig config, PoolListener listener) {
        var clock = InstantSource.system();
        var trust = trust(config);
        var accounts = accounts(config, clock);
        var loops = Runtime.getRuntime().availableProcessors();
        var vertx = vertx(loops);

        var pool = new Pool(PoolSettings.standard(), clock, ThreadLocalRandom::current, listener);
        accounts.listen(AnyChange.to(() -> pool.accounts(accounts.accounts())));
        pool.accounts(accounts.accounts());
        vertx.setPeriodic(SWEEP.toMillis(), _ -> pool.sweep());

        var tokens = TokenRefresher.of(vertx, config, accounts, clock);
        var chat = new ChatCompletions(ModelCatalog.bundled());
        var models = new OpenAiModels(ModelCatalog.bundled());

        var server = new Server(vertx, config.server(), chat, clock);
        server.start(loops, (loop, routes) -> {
            var google = new GoogleUpstream(loop, new UpstreamClients(loop, config.upstream(), trust), tokens);
            var relay = new Relay(loop, pool, google, RelaySettings.DEFAULT, clock, ThreadLocalRandom.current());
            routes.post("/chat/completions", chat, relay)
                    .models(chat, models.list(), models::one)
                    .health(chat, pool);
        });
        return new Gateway(vertx, accounts, pool, server);
    }
}
