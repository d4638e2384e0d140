package io.geminigateway.upstream;

import io.geminigateway.account.Account;
import io.geminigateway.account.Authorization;
import io.geminigateway.account.Authorizer;
import io.geminigateway.account.Backend;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.Method;
import io.geminigateway.telemetry.CallMeter;
import io.geminigateway.telemetry.Telemetry;
import io.geminigateway.timer.AlarmClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Google, from one event loop: made on it, and only used there.
public final class GoogleUpstream implements Upstream {
    /// Files and caches are the Developer API's.
    private static final Set<Backend> NO_RESOURCES = Set.of(Backend.VERTEX, Backend.CODE_ASSIST);

    private final Vertx vertx;
    private final AlarmClock alarms;
    private final UpstreamConfig config;
    private final UpstreamClients clients;
    private final Authorizer authorizer;
    private final ErrorClassifier classifier;
    private final ProjectDiscovery projects;
    private final GeminiJson json;
    private final CallMeters meters;
    private final GeminiApi geminiApi;
    private final VertexAi vertexAi;
    private final CodeAssist codeAssist;

    /// `clients` are this loop's; all others may be shared by all loops.
    public GoogleUpstream(
            Vertx vertx,
            UpstreamConfig config,
            UpstreamClients clients,
            Authorizer authorizer,
            ErrorClassifier classifier,
            ProjectDiscovery projects,
            GeminiJson json,
            Telemetry telemetry) {
        this.vertx = vertx;
        this.alarms = new AlarmClock(vertx);
        this.config = config;
        this.clients = clients;
        this.authorizer = authorizer;
        this.classifier = classifier;
        this.projects = projects;
        this.json = json;
        this.meters = new CallMeters(telemetry);
        geminiApi = new GeminiApi(config.endpoints());
        vertexAi = new VertexAi(config.endpoints());
        codeAssist = new CodeAssist(config.endpoints());
    }

    @Override
    public Set<Backend> unableTo(GeminiCall call) {
        if (call.method() == Method.RESOURCE) {
            return NO_RESOURCES;
        }
        return codeAssist.serves(call) ? Set.of() : Set.of(Backend.CODE_ASSIST);
    }

    @Override
    public UpstreamExchange send(GeminiCall call, Account account, UpstreamSink sink) {
        if (account.backend() == Backend.VERTEX && call.method() == Method.BATCH_EMBED_CONTENTS) {
            var batch = new SplitBatch(this, call, account, sink);
            vertx.getOrCreateContext().runOnContext(_ -> batch.begin());
            return batch;
        }
        var exchange = new GoogleExchange(this, call, account, sink, new Watchdog(alarms));
        vertx.getOrCreateContext().runOnContext(_ -> exchange.begin());
        return exchange;
    }

    /// The call in the words of the account's backend.
    Future<Outbound> outbound(GeminiCall call, Account account, Authorization credential) {
        var addressed = switch (account.backend()) {
            case GEMINI_API -> Future.succeededFuture(geminiApi.ask(call));
            case VERTEX -> Future.succeededFuture(vertexAi.generate(call, account));
            case CODE_ASSIST ->
                account.project()
                        .map(Future::succeededFuture)
                        .orElseGet(() -> projects.project(account, credential, clients))
                        .map(project -> codeAssist.ask(call, project));
        };
        return addressed.map(outbound -> outbound.through(account.proxy()));
    }

    Answer answer(GeminiCall call, Account account, @Nullable String uploadUrl, Consumer<GeminiEvent> events) {
        var told = account.backend() == Backend.VERTEX && call.method() == Method.EMBED_CONTENT
                ? VertexAi.embeddings(call, events)
                : events;
        return new Answer(call.method(), uploadUrl, account.backend(), json, classifier, told);
    }

    boolean isProxied(Account account) {
        return account.proxy() != null || config.proxy() != null;
    }

    CallMeter meter(GeminiCall call, Account account) {
        return meters.of(account.backend(), call.method());
    }

    Timeouts timeouts() {
        return config.timeouts();
    }

    String userAgent() {
        return config.userAgent();
    }

    UpstreamClients clients() {
        return clients;
    }

    Authorizer authorizer() {
        return authorizer;
    }

    ErrorClassifier classifier() {
        return classifier;
    }

    ProjectDiscovery projects() {
        return projects;
    }
}
