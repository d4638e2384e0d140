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
        log.info("OpenAI base URL: http://{}:{}/v1", reachable(host), gateway.port());
        if (members == 0) {
            log.warn(
                    "There is no account yet, so every request is answered with 503. Next step: put a file into {} such as"
                            + " {\"type\":\"api_key\",\"key\":\"...\"} with a key from https://aistudio.google.com/apikey;"
                            + " it is taken up at once",
                    config.accounts());
        }
        if (config.isOpenToTheWorld()) {
            log.warn("""
                    ANYBODY WHO CAN REACH PORT {} CAN USE YOUR ACCOUNTS: API_KEYS is empty and HOST is {}. \
                    Set API_KEYS=<a long random word>, or HOST=127.0.0.1""", gateway.port(), host);
        }
    }

    private static String reachable(String host) {
        return switch (host.toLowerCase(Locale.ROOT)) {
            case "0.0.0.0", "::", "" -> "localhost";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }
}
