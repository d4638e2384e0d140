package io.geminigateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Authorization;
import io.geminigateway.account.Backend;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.Secret;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.simulator.SimulatedAccount;
import io.geminigateway.simulator.Simulator;
import io.geminigateway.telemetry.Telemetry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One event loop with everything on it, and a pretend Google.
final class Rig implements AutoCloseable {
    static final byte[] PROMPT = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"hi\"}]}]}".getBytes(UTF_8);
    static final Timeouts PATIENT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(9), Duration.ofSeconds(9), Duration.ofSeconds(9));

    private static final GeminiJson JSON = new GeminiJson();

    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    final Context loop = vertx.getOrCreateContext();
    final Simulator google = Simulator.start();
    final SimulatedAccount ada = google.account("ada").answers("One two three four five six seven eight nine ten.");
    final FakeAuthorizer authorizer = new FakeAuthorizer();
    final List<String> found = Collections.synchronizedList(new ArrayList<>());

    private UpstreamConfig config =
            UpstreamConfig.defaults("test").at(Endpoints.allAt(google.http())).within(PATIENT);
    private @Nullable GoogleUpstream upstream;

    Rig with(Function<UpstreamConfig, UpstreamConfig> change) {
        config = change.apply(config);
        return this;
    }

    Rig at(URI base) {
        return with(before -> before.at(Endpoints.allAt(base)));
    }

    Rig overTls() {
        return at(google.https()).with(before -> before.trusting(google.caFile()));
    }

    Heard ask(Account account, boolean streaming) {
        var heard = new Heard();
        send(account, streaming, heard);
        return heard;
    }

    Heard stream() {
        return ask(keyAccount(), true);
    }

    UpstreamExchange send(Account account, boolean streaming, Heard heard) {
        return send(call("gemini-2.5-flash", streaming), account, heard);
    }

    UpstreamExchange send(GeminiCall call, Account account, Heard heard) {
        return ready().onLoop(() -> upstream().send(call, account, heard));
    }

    /// For a test that is on the loop already.
    UpstreamExchange sendHere(Account account, Heard heard) {
        return upstream().send(call("gemini-2.5-flash", true), account, heard);
    }

    static GeminiCall call(String model, boolean streaming) {
        var method = streaming ? Method.STREAM_GENERATE_CONTENT : Method.GENERATE_CONTENT;
        return new GeminiCall("req-1", new ModelName(model), method, PROMPT, "");
    }

    Account keyAccount() {
        return account(Backend.GEMINI_API, new Credentials.ApiKey(new Secret(ada.key())), null);
    }

    Account login(Backend backend) {
        return account(backend, new Credentials.Login(null, new Secret("1//x"), null), ada.projectId());
    }

    Account loginWithoutProject() {
        return account(Backend.CODE_ASSIST, new Credentials.Login(null, new Secret("1//x"), null), null);
    }

    String liveToken() {
        return new JsonObject(ada.loginFile()).getJsonObject("credentials").getString("access_token");
    }

    static Authorization bearer(String token) {
        return Authorization.bearer(new Secret(token));
    }

    /// Runs it on the loop, with everything ready for [#sendHere].
    <T> T onReadyLoop(Supplier<T> action) {
        return ready().onLoop(action);
    }

    <T> T onLoop(Supplier<T> action) {
        var result = new CompletableFuture<T>();
        loop.runOnContext(_ -> {
            try {
                result.complete(action.get());
            } catch (RuntimeException | Error thrown) {
                result.completeExceptionally(thrown);
            }
        });
        return result.orTimeout(30, TimeUnit.SECONDS).join();
    }

    void onLoop(Runnable action) {
        onLoop(() -> {
            action.run();
            return true;
        });
    }

    @Override
    public void close() {
        vertx.close().await();
        google.close();
    }

    private GoogleUpstream upstream() {
        return Objects.requireNonNull(upstream);
    }

    /// What blocks for long stays off the loop.
    private Rig ready() {
        if (upstream == null) {
            var classifier = new ErrorClassifier(InstantSource.system());
            var poll = Duration.ofMillis(20);
            var projects = new ProjectDiscovery(
                    vertx, config, classifier, (_, project) -> found.add(project), poll, Duration.ofSeconds(20));
            var trust = Trust.with(config.caFile());
            upstream = onLoop(() -> new GoogleUpstream(
                    vertx,
                    config,
                    new UpstreamClients(vertx, config, trust),
                    authorizer,
                    classifier,
                    projects,
                    JSON,
                    new Telemetry(_ -> true, config.endpoints()::of)));
        }
        return this;
    }

    private static Account account(Backend backend, Credentials credentials, @Nullable String project) {
        return new Account(new AccountId("0a1b2c3d"), "ada.json", backend, credentials, project, Account.GLOBAL);
    }
}
