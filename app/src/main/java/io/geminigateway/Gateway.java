package io.geminigateway;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountFolder;
import io.geminigateway.account.AccountListener;
import io.geminigateway.account.HttpTokenEndpoint;
import io.geminigateway.account.TokenRefresher;
import io.geminigateway.admin.AdminRule;
import io.geminigateway.admin.AdminServer;
import io.geminigateway.admin.CredentialMirror;
import io.geminigateway.admin.PoolMirror;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.media.MediaFetcher;
import io.geminigateway.media.MediaLimits;
import io.geminigateway.openai.responses.ResponseStore;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolListener;
import io.geminigateway.pool.PoolSettings;
import io.geminigateway.pool.PoolSnapshot;
import io.geminigateway.relay.Commons;
import io.geminigateway.relay.Relay;
import io.geminigateway.server.Holders;
import io.geminigateway.server.Server;
import io.geminigateway.state.Bounds;
import io.geminigateway.state.Store;
import io.geminigateway.telemetry.Telemetry;
import io.geminigateway.upstream.ErrorClassifier;
import io.geminigateway.upstream.GoogleUpstream;
import io.geminigateway.upstream.HeldListing;
import io.geminigateway.upstream.ModelDirectory;
import io.geminigateway.upstream.Passage;
import io.geminigateway.upstream.ProjectDiscovery;
import io.geminigateway.upstream.ProxyRoute;
import io.geminigateway.upstream.Trust;
import io.geminigateway.upstream.UpstreamClients;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// The whole program, wired by hand. Read this first.
public final class Gateway implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration REMEMBER = Duration.ofSeconds(2);
    private static final Duration LOOK_FOR_MODELS = Duration.ofMinutes(1);
    private static final Duration LOOK_AT_FOLDER = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final AccountFolder accounts;
    private final Pool pool;
    private final Server server;
    private final AdminServer admin;
    private final Store store;
    private final PoolMemory memory;
    private final AtomicBoolean closed;

    private Gateway(
            Vertx vertx,
            AccountFolder accounts,
            Pool pool,
            Server server,
            AdminServer admin,
            Store store,
            PoolMemory memory,
            AtomicBoolean closed) {
        this.vertx = vertx;
        this.accounts = accounts;
        this.pool = pool;
        this.server = server;
        this.admin = admin;
        this.store = store;
        this.memory = memory;
        this.closed = closed;
    }

    /// Starts serving; returns when the port is open. Throws a [StartException] when that cannot be.
    public static Gateway start(GatewayConfig config, PoolListener listener) {
        var clock = InstantSource.system();
        var google = config.upstream();
        var trust = trust(config);
        var loops = Runtime.getRuntime().availableProcessors();
        var vertx = vertx(loops);

        var store = Store.open(config.data(), clock); // in the background: it is needed last
        var memories = store.shelf("pool", Bounds.inMemory(1, 64L << 20));
        var accounts = open(config, store, clock);
        var catalog = config.models();
        var telemetry = new Telemetry(catalog::knows, google.endpoints()::of);
        var pool = new Pool(
                PoolSettings.standard(), clock, ThreadLocalRandom::current, new FreezeCount(telemetry, listener));
        var tokens = new TokenRefresher(
                vertx,
                new TimedTokenEndpoint(
                        new HttpTokenEndpoint(
                                UpstreamClients.shared(vertx, google, trust),
                                config.tokenEndpoint(),
                                proxy -> ProxyRoute.of(proxy, google, trust)),
                        config.tokenEndpoint(),
                        telemetry),
                accounts,
                config.oauthClient(),
                clock,
                new Random());
        accounts.listen(tokens);
        accounts.listen(AccountListener.any(() -> pool.accounts(accounts.accounts())));
        pool.accounts(accounts.accounts());

        var classifier = new ErrorClassifier(clock);
        var projects = new ProjectDiscovery(
                vertx, google, classifier, (account, project) -> accounts.saveProject(account.id(), project));
        var commons = Commons.of(pool, config.relay(), clock);
        var closed = new AtomicBoolean();
        var admin = new AdminServer(
                accounts,
                pool,
                loop -> new AccountTrial(
                        loop,
                        new GoogleUpstream(
                                loop,
                                google,
                                new UpstreamClients(loop, google, trust),
                                tokens,
                                classifier,
                                projects,
                                new GeminiJson(),
                                telemetry)),
                closed::get,
                telemetry,
                config.metricsToken());
        var memory = new PoolMemory(pool, memories, clock);
        store.await();
        memory.restore(accounts.accounts().stream()
                .collect(Collectors.toMap(
                        account -> account.id().value(),
                        account -> config.accounts().resolve(account.file()))));
        var directory = new ModelDirectory(
                vertx,
                google,
                new UpstreamClients(vertx, google, trust),
                tokens,
                () -> usable(accounts, pool),
                clock,
                catalog::heard);
        accounts.listen(AccountListener.any(directory::accountsChanged));
        var natives = new NativeRoutes(
                catalog,
                directory,
                new HeldListing(
                        vertx, google, new UpstreamClients(vertx, google, trust), tokens, () -> usable(accounts, pool)),
                new Holders(new KeptHoldings(store), accounts::accounts, clock),
                clock);
        var signatures = new KeptSignatures(store, clock);
        var anthropic = new AnthropicRoutes(catalog, signatures, config.chat().fetchesMedia(), directory);
        var kept = config.keepsResponses() ? new KeptAnswers(store, clock) : ResponseStore.none();
        var openAi = new OpenAiRoutes(catalog, signatures, config.chat(), kept, directory);
        var speakers = List.of(natives.speaker(), anthropic.speaker(), openAi.speaker());
        var server = new Server(vertx, config.server(), speakers, clock, telemetry);
        telemetry.mirror(new PoolMirror(accounts, pool));
        telemetry.mirror(new CredentialMirror(accounts, tokens));
        telemetry.mirror(new ProcessMirror(server, commons, store, closed::get));
        var started = server.start(loops, (loop, routes) -> {
            var clients = new UpstreamClients(loop, google, trust);
            var upstream = new GoogleUpstream(
                    loop, google, clients, tokens, classifier, projects, new GeminiJson(), telemetry);
            var relay = new Relay(loop, commons, upstream, ThreadLocalRandom.current());
            natives.add(routes, relay, new Passage(google, clients, tokens, classifier));
            var media = new MediaFetcher(loop, MediaLimits.STANDARD);
            anthropic.add(routes, relay, media::fetch);
            openAi.add(routes, relay, media::fetch);
            routes.unfreeze(openAi.speaker(), AdminRule::admits, pool::thawAll)
                    .debug(AdminRule::admits)
                    .health(openAi.speaker(), pool);
        });
        var gateway = new Gateway(vertx, accounts, pool, server, admin, store, memory, closed);
        gateway.await(started, config);
        if (config.adminPort() != null) {
            admin.start(vertx, config.adminPort()).await();
        }
        accounts.watch(LOOK_AT_FOLDER);
        if (config.asksForModels()) {
            vertx.setPeriodic(0, LOOK_FOR_MODELS.toMillis(), _ -> directory.offered());
        }
        vertx.setPeriodic(SWEEP.toMillis(), _ -> pool.sweep());
        vertx.setPeriodic(REMEMBER.toMillis(), _ -> Thread.startVirtualThread(memory::save));
        return gateway;
    }

    /// All but those that wait for a person.
    private static Collection<Account> usable(AccountFolder accounts, Pool pool) {
        var parked = pool.snapshot().accounts().stream()
                .filter(member -> member.state() == PoolSnapshot.State.PARKED)
                .map(PoolSnapshot.Member::id)
                .collect(Collectors.toSet());
        return accounts.accounts().stream()
                .filter(account -> !parked.contains(account.id()))
                .toList();
    }

    static Trust trust(GatewayConfig config) {
        try {
            return Trust.with(config.upstream().caFile());
        } catch (IllegalArgumentException unusable) {
            throw new StartException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    static Vertx vertx(int loops) {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setDisableTCCL(true) // nothing here looks for classes by the thread
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    private static AccountFolder open(GatewayConfig config, Store store, InstantSource clock) {
        try {
            return AccountFolder.open(config.accounts(), clock);
        } catch (IOException unreadable) {
            store.close();
            throw new StartException(
                    "The accounts folder %s cannot be used: %s".formatted(config.accounts(), unreadable.getMessage()),
                    unreadable);
        }
    }

    private void await(Future<Server> started, GatewayConfig config) {
        try {
            started.await();
        } catch (Exception failed) { // whatever the network says, checked or not
            accounts.close();
            store.close();
            vertx.close();
            throw new StartException(
                    "Cannot listen on %s:%d: %s. Another gateway may be running; PORT names another port."
                            .formatted(config.server().host(), config.server().port(), failed.getMessage()),
                    failed);
        }
    }

    /// The port that is open.
    public int port() {
        return server.port();
    }

    /// The operator's port, or 0 if there is none.
    public int adminPort() {
        return admin.port();
    }

    /// Who serves, and how they do. For operators and tests.
    public Pool pool() {
        return pool;
    }

    /// Refuses new work, lets what runs come to its end, saves what is unsaved, and closes everything. Idempotent.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        server.close().await();
        accounts.close();
        memory.save();
        store.close();
        vertx.close().await();
    }
}
