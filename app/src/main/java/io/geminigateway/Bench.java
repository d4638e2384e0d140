package io.geminigateway;

import io.geminigateway.account.AccountDraft;
import io.geminigateway.account.CodeExchange;
import io.geminigateway.account.HttpTokenEndpoint;
import io.geminigateway.account.LoginGrant;
import io.geminigateway.account.OAuthClient;
import io.geminigateway.account.Secret;
import io.geminigateway.account.TokenRefresher;
import io.geminigateway.admin.TestOrder;
import io.geminigateway.admin.TestResult;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.setup.Google;
import io.geminigateway.telemetry.Telemetry;
import io.geminigateway.upstream.ErrorClassifier;
import io.geminigateway.upstream.GoogleUpstream;
import io.geminigateway.upstream.ProjectDiscovery;
import io.geminigateway.upstream.ProxyRoute;
import io.geminigateway.upstream.Trust;
import io.geminigateway.upstream.UpstreamClients;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Random;

/// Google, for commands that run without a gateway: the way there is the gateway's own, with its proxy and its trust.
/// Blocks; whoever opened it closes it.
final class Bench implements Google {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx = Gateway.vertx(1);
    private final GatewayConfig config;
    private final Trust trust;
    private final HttpClient http;
    private final InstantSource clock = InstantSource.system();

    Bench(GatewayConfig config) {
        this.config = config;
        trust = Gateway.trust(config);
        http = UpstreamClients.shared(vertx, config.upstream(), trust);
    }

    @Override
    public TestResult test(AccountDraft draft) {
        var google = config.upstream();
        var classifier = new ErrorClassifier(clock);
        var tokens = new TokenRefresher(vertx, tokenDesk(), draft, config.oauthClient(), clock, new Random());
        var projects = new ProjectDiscovery(vertx, google, classifier, (_, project) -> draft.saveProject(project));
        var clients = new UpstreamClients(vertx, google, trust);
        var upstream =
                new GoogleUpstream(vertx, google, clients, tokens, classifier, projects, new GeminiJson(), unread());
        try {
            return new AccountTrial(vertx, upstream)
                    .call(draft.account(), TestOrder.USUAL)
                    .await();
        } finally {
            clients.close().await();
        }
    }

    @Override
    public LoginGrant redeem(OAuthClient client, URI redirect, Secret code, Secret verifier) {
        return new CodeExchange(tokenDesk(), clock)
                .redeem(client, redirect, code, verifier)
                .await();
    }

    /// Nobody scrapes a wizard.
    private Telemetry unread() {
        return new Telemetry(_ -> false, config.upstream().endpoints()::of);
    }

    private HttpTokenEndpoint tokenDesk() {
        return new HttpTokenEndpoint(
                http, config.tokenEndpoint(), proxy -> ProxyRoute.of(proxy, config.upstream(), trust));
    }

    /// What time it is there; empty if it does not say. Fails when nobody answers.
    Optional<Instant> time(URI service) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(service.toString())
                .setConnectTimeout(PATIENCE.toMillis())
                .setIdleTimeout(PATIENCE.toMillis());
        var date = http.request(options)
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.end().map(Optional.ofNullable(answer.getHeader("date"))))
                .timeout(PATIENCE)
                .recover(failed -> Future.failedFuture(new IllegalStateException("no answer", failed)))
                .await();
        return date.flatMap(Bench::moment);
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeParseException odd) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
