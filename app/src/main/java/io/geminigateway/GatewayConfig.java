package io.geminigateway;

import io.geminigateway.account.OAuthClient;
import io.geminigateway.account.Secret;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.login.AuthorizationRequest;
import io.geminigateway.openai.chat.ChatSettings;
import io.geminigateway.relay.HedgeSettings;
import io.geminigateway.relay.RelaySettings;
import io.geminigateway.server.ServerSettings;
import io.geminigateway.upstream.Endpoints;
import io.geminigateway.upstream.Timeouts;
import io.geminigateway.upstream.UpstreamConfig;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every setting of the gateway, read from the environment's names. `null` stands for "not set". `asksForModels`:
/// Google
/// is asked for its lists of models before any client asks for them.
public record GatewayConfig(
        ServerSettings server,
        Path accounts,
        Path data,
        UpstreamConfig upstream,
        @Nullable OAuthClient oauthClient,
        @Nullable URI tokenEndpoint,
        @Nullable Integer adminPort,
        ModelCatalog models,
        RelaySettings relay,
        ChatSettings chat,
        boolean keepsResponses,
        boolean asksForModels,
        @Nullable Secret metricsToken) {

    /// With these settings and no others, by name.
    public static GatewayConfig from(Map<String, String> settings, Path home) {
        return from(Environment.of(home, settings, Map.of(), Map.of()), home);
    }

    /// Reads and checks all settings; throws one exception that lists every problem. Relative paths start at `home`.
    static GatewayConfig from(Environment environment, Path home) {
        var settings = new Settings(environment.values(), environment.problems());
        var keys = settings.secrets(Setting.API_KEYS);
        if (settings.flag(Setting.REQUIRE_API_KEY) && keys.isEmpty()) {
            settings.problem("REQUIRE_API_KEY: is set, but API_KEYS names no key");
        }
        var config = new GatewayConfig(
                ServerSettings.on(settings.word(Setting.HOST), settings.port(Setting.PORT), keys)
                        .beating(settings.durationOrOff(Setting.HEARTBEAT)),
                settings.path(Setting.ACCOUNTS_DIR, home).orElseThrow(),
                settings.path(Setting.DATA_DIR, home).orElseThrow(),
                upstream(settings, home),
                oauthClient(settings).orElse(null),
                settings.endpoint(Setting.OAUTH_TOKEN_ENDPOINT).orElse(null),
                settings.portOrOff(Setting.ADMIN_PORT),
                ModelsSetting.read(settings, home),
                RelaySettings.DEFAULT.hedging(HedgeSettings.standard(settings.flag(Setting.HEDGE))),
                chat(settings),
                settings.flag(Setting.KEEP_RESPONSES),
                true,
                settings.secret(Setting.METRICS_TOKEN).orElse(null));
        settings.endpoint(Setting.OAUTH_AUTH_ENDPOINT); // the wizard's; a typing error is told now
        settings.oneOf(Setting.LOG_LEVEL, LogLevel.NAMES);
        settings.throwIfInvalid();
        return config;
    }

    /// The same, for clients met in another way.
    public GatewayConfig with(ServerSettings other) {
        return new GatewayConfig(
                other,
                accounts,
                data,
                upstream,
                oauthClient,
                tokenEndpoint,
                adminPort,
                models,
                relay,
                chat,
                keepsResponses,
                asksForModels,
                metricsToken);
    }

    /// The same, more or less patient with Google.
    public GatewayConfig with(RelaySettings other) {
        return new GatewayConfig(
                server,
                accounts,
                data,
                upstream,
                oauthClient,
                tokenEndpoint,
                adminPort,
                models,
                other,
                chat,
                keepsResponses,
                asksForModels,
                metricsToken);
    }

    /// The same, but without a call of its own to Google.
    public GatewayConfig askingNothing() {
        return new GatewayConfig(
                server,
                accounts,
                data,
                upstream,
                oauthClient,
                tokenEndpoint,
                adminPort,
                models,
                relay,
                chat,
                keepsResponses,
                false,
                metricsToken);
    }

    /// Where the operator's side of the gateway with these settings listens; null if it has none.
    static @Nullable Integer adminPort(Environment environment) {
        var settings = new Settings(environment.values(), List.of());
        var port = settings.portOrOff(Setting.ADMIN_PORT);
        settings.throwIfInvalid();
        return port;
    }

    private static ChatSettings chat(Settings settings) {
        var fetches = settings.flag(Setting.FETCH_MEDIA);
        if (fetches && settings.text(Setting.PROXY).isPresent()) {
            settings.problem("FETCH_MEDIA: cannot be on together with PROXY; media are fetched directly");
        }
        var pictures = settings.oneOf(Setting.IMAGE_ANSWERS, List.of("IMAGES", "MARKDOWN"));
        return new ChatSettings(fetches, pictures.equals("MARKDOWN"));
    }

    /// Google's consent page, unless the settings name another.
    static URI consentPage(Environment environment) {
        return new Settings(environment.values(), List.of())
                .endpoint(Setting.OAUTH_AUTH_ENDPOINT)
                .orElse(AuthorizationRequest.GOOGLE);
    }

    private static UpstreamConfig upstream(Settings settings, Path home) {
        var google = Endpoints.GOOGLE;
        return new UpstreamConfig(
                new Endpoints(
                        settings.endpoint(Setting.GEMINI_API_ENDPOINT).orElse(google.geminiApi()),
                        settings.endpoint(Setting.CODE_ASSIST_ENDPOINT).orElse(google.codeAssist()),
                        settings.endpoint(Setting.VERTEX_ENDPOINT).orElse(null)),
                Timeouts.defaults(),
                settings.path(Setting.UPSTREAM_CA_FILE, home).orElse(null),
                settings.proxy(Setting.PROXY).orElse(null),
                Version.current());
    }

    private static Optional<OAuthClient> oauthClient(Settings settings) {
        var id = settings.text(Setting.OAUTH_CLIENT_ID);
        var secret = settings.secret(Setting.OAUTH_CLIENT_SECRET);
        if (id.isPresent() != secret.isPresent()) {
            settings.problem("%s: is missing; OAUTH_CLIENT_ID and OAUTH_CLIENT_SECRET go together"
                    .formatted(id.isPresent() ? "OAUTH_CLIENT_SECRET" : "OAUTH_CLIENT_ID"));
        }
        return id.flatMap(name -> secret.map(word -> new OAuthClient(name, word)));
    }

    /// Whether anybody who reaches this machine may use its accounts.
    boolean isOpenToTheWorld() {
        return server.apiKeys().isEmpty() && !isLoopback(server.host());
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false; // the listener will say so
        }
    }
}
