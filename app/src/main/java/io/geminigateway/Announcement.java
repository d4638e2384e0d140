package io.geminigateway;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the operator reads when the gateway has started: where it listens, who serves, and what to do next.
final class Announcement {
    private static final Logger log = LoggerFactory.getLogger("gateway");

    private Announcement() {}

    static void make(GatewayConfig config, Gateway gateway, long startupMillis) {
        var members = gateway.pool().snapshot().accounts().size();
        var host = config.server().host();
        log.info(
                "Gemini Gateway {} Listening on http://{}:{} accounts={} startup_ms={}",
                Version.current(),
                host.contains(":") ? "[" + host + "]" : host,
                gateway.port(),
                members,
                startupMillis);
        log.info("OpenAI base URL: {}", baseUrl(host, gateway.port()));
        if (members == 0) {
            log.warn(
                    "There is no account yet, so every request is answered with 503. Next step: ./gateway setup; what it"
                            + " saves in {} is taken up at once",
                    config.accounts());
        }
        if (config.isOpenToTheWorld()) {
            log.warn("""
                    ANYBODY WHO CAN REACH PORT {} CAN USE YOUR ACCOUNTS: API_KEYS is empty and HOST is {}. \
                    Set API_KEYS=<a long random word>, or HOST=127.0.0.1""", gateway.port(), host);
        }
    }

    /// What clients on this machine are to use.
    static String baseUrl(String host, int port) {
        return "http://%s:%d/v1".formatted(reachable(host), port);
    }

    private static String reachable(String host) {
        return switch (host.toLowerCase(Locale.ROOT)) {
            case "0.0.0.0", "::", "" -> "localhost";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }
}
