package io.geminigateway;

import io.geminigateway.account.OAuthClient;
import io.geminigateway.login.AuthorizationRequest;
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

/// Every setting of the gateway, read from the environment's names. `null` stands for "not set".
public record GatewayConfig(
        ServerSettings server,
        Path accounts,
        Path data,
        UpstreamConfig upstream,
        @Nullable OAuthClient oauthClient,
        @Nullable URI tokenEndpoint,
        @Nullable Integer adminPort) {

    private static final int PORT = 3000;
    private static final int ADMIN_PORT = 3001;

    /// Reads and checks all settings; throws one exception that lists every problem. Relative paths start at `home`.
    public static GatewayConfig from(Map<String, String> environment, Path home) {
        var settings = new Settings(environment);
        var keys = settings.secrets("API_KEYS");
        if (settings.flag("REQUIRE_API_KEY") && keys.isEmpty()) {
            settings.problem("REQUIRE_API_KEY: is set, but API_KEYS names no key");
        }
        var config = new GatewayConfig(
                ServerSettings.on(settings.text("HOST", "0.0.0.0"), settings.port("PORT", PORT), keys),
                settings.path("ACCOUNTS_DIR", home, "accounts"),
                settings.path("DATA_DIR", home, "data"),
                upstream(settings, home),
                oauthClient(settings).orElse(null),
                settings.endpoint("OAUTH_TOKEN_ENDPOINT").orElse(null),
                settings.portOrOff("ADMIN_PORT", ADMIN_PORT));
        settings.endpoint("OAUTH_AUTH_ENDPOINT"); // the wizard's; a typing error is told now
        settings.oneOf("LOG_LEVEL", LogLevel.NAMES);
        settings.throwIfInvalid();
        return config;
    }

    /// The same, for clients met in another way.
    public GatewayConfig with(ServerSettings other) {
        return new GatewayConfig(other, accounts, data, upstream, oauthClient, tokenEndpoint, adminPort);
    }

    /// Where the operator's side of the gateway with these settings listens; null if it has none.
    static @Nullable Integer adminPort(Map<String, String> environment) {
        var settings = new Settings(environment);
        var port = settings.portOrOff("ADMIN_PORT", ADMIN_PORT);
        settings.throwIfInvalid();
        return port;
    }

    /// Google's consent page, unless the settings name another.
    static URI consentPage(Map<String, String> environment) {
        return new Settings(environment).endpoint("OAUTH_AUTH_ENDPOINT").orElse(AuthorizationRequest.GOOGLE);
    }

    private static UpstreamConfig upstream(Settings settings, Path home) {
        var google = Endpoints.GOOGLE;
        return new UpstreamConfig(
                new Endpoints(
                        settings.endpoint("GEMINI_API_ENDPOINT").orElse(google.geminiApi()),
                        settings.endpoint("CODE_ASSIST_ENDPOINT").orElse(google.codeAssist()),
                        settings.endpoint("VERTEX_ENDPOINT").orElse(null)),
                Timeouts.defaults(),
                settings.path("UPSTREAM_CA_FILE", home).orElse(null),
                settings.uri("PROXY", List.of("http", "socks5")).orElse(null),
                Version.current());
    }

    private static Optional<OAuthClient> oauthClient(Settings settings) {
        var id = settings.text("OAUTH_CLIENT_ID");
        var secret = settings.secret("OAUTH_CLIENT_SECRET");
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
