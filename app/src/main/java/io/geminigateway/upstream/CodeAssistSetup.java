package io.geminigateway.upstream;

import io.geminigateway.account.Authorization;
import io.geminigateway.account.Backend;
import io.geminigateway.account.Proxy;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.timer.AlarmClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Code Assist's calls around an account: what it has, signing it up, how far that is. A refusal fails the
/// future with a [RefusedException].
final class CodeAssistSetup {
    private static final String METADATA =
            "\"metadata\":{\"ideType\":\"IDE_UNSPECIFIED\",\"platform\":\"PLATFORM_UNSPECIFIED\",\"pluginType\":\"GEMINI\"}";
    private static final Pattern OPERATION = Pattern.compile("operations/[A-Za-z0-9._/-]{1,200}");
    private static final Pattern TIER = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Duration PER_CALL = Duration.ofSeconds(20);
    private static final int LARGEST = 256 * 1024;
    private static final long CANCEL = 8;

    private final Vertx vertx;
    private final UpstreamConfig config;
    private final ErrorClassifier classifier;
    private final UpstreamClients clients;
    private final Authorization credential;
    private final Endpoint endpoint;
    private final boolean proxied;

    CodeAssistSetup(
            Vertx vertx,
            UpstreamConfig config,
            ErrorClassifier classifier,
            UpstreamClients clients,
            @Nullable Proxy proxy,
            Authorization credential) {
        this.vertx = vertx;
        this.config = config;
        this.classifier = classifier;
        this.clients = clients;
        this.credential = credential;
        endpoint = config.endpoints().codeAssistEndpoint().through(proxy);
        proxied = proxy != null || config.proxy() != null;
    }

    /// An organization's perimeter may hide the answer; the account has a licence then, and no project of
    /// Google's.
    Future<Map<?, ?>> loadCodeAssist() {
        return call(HttpMethod.POST, ":loadCodeAssist", "{" + METADATA + "}")
                .recover(cause -> cause instanceof RefusedException refused
                                && refused.failure().reason().equals("SECURITY_POLICY_VIOLATED")
                        ? Future.succeededFuture(Map.of("currentTier", Map.of("id", "standard-tier")))
                        : Future.failedFuture(cause));
    }

    /// Names no project: where one is to be made, naming one is an error.
    Future<Map<?, ?>> onboardUser(String tier) {
        var safe = TIER.matcher(tier).matches() ? tier : "free-tier";
        return call(HttpMethod.POST, ":onboardUser", "{\"tierId\":\"" + safe + "\"," + METADATA + "}");
    }

    Future<Map<?, ?>> operation(String name) {
        return call(HttpMethod.GET, "/" + name, "");
    }

    static boolean isOperation(String name) {
        return OPERATION.matcher(name).matches() && !name.contains("..");
    }

    UpstreamFailure classified(Map<?, ?> answer) {
        return classifier.classify(Backend.CODE_ASSIST, 200, GoogleError.in(answer), null);
    }

    private Future<Map<?, ?>> call(HttpMethod method, String path, String body) {
        return clients.request(method, endpoint, endpoint.prefix() + CodeAssist.VERSION + path)
                .compose(opened -> send(opened.request(), body))
                .recover(cause -> Future.failedFuture(new RefusedException(Breakage.connecting(cause, proxied))));
    }

    private Future<Map<?, ?>> send(HttpClientRequest request, String body) {
        var watchdog = new Watchdog(new AlarmClock(vertx));
        watchdog.await(PER_CALL, () -> request.reset(CANCEL));
        return request.exceptionHandler(_ -> {})
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.USER_AGENT, config.userAgent())
                .putHeader(credential.header(), credential.value().reveal())
                .send(body)
                .compose(response -> BoundedBody.of(response, LARGEST, PER_CALL, watchdog)
                        .<Map<?, ?>>map(answer -> read(response, answer)))
                .onComplete(_ -> watchdog.stop());
    }

    private Map<?, ?> read(HttpClientResponse response, BoundedBody body) {
        if (!body.whole()) {
            response.request().reset(CANCEL);
        }
        if (response.statusCode() != 200) {
            throw new RefusedException(classifier.classify(
                    Backend.CODE_ASSIST,
                    response.statusCode(),
                    body.bytes(),
                    response.getHeader(HttpHeaders.RETRY_AFTER)));
        }
        return LenientJson.object(new String(body.bytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new RefusedException(
                        UpstreamFailure.of(ErrorType.UPSTREAM_PROTOCOL, "Code Assist's answer cannot be read.")));
    }
}
