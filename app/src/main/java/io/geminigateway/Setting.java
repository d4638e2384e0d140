package io.geminigateway;

import static io.geminigateway.Setting.Secrecy.OPEN;
import static io.geminigateway.Setting.Secrecy.PARTLY;
import static io.geminigateway.Setting.Secrecy.SECRET;

import io.geminigateway.upstream.Endpoints;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every setting there is, by its name in the environment. A new one is declared here and read in [GatewayConfig];
/// `.env.example` and both READMEs are tested to tell of it.
enum Setting {
    PORT("3000", "where to listen; 0 takes any free port"),
    HOST("0.0.0.0", "on which address; 127.0.0.1 for this machine only"),
    ADMIN_PORT("3001", "where the operator's side listens, on 127.0.0.1 only; off: nowhere"),
    METRICS_TOKEN(SECRET, "what scrapers of /metrics must show on the operator's side, as a bearer token"),
    HEARTBEAT("15s", "the longest silence of a stream before a comment line: 15s, 500ms, off"),
    API_KEYS(SECRET, "keys that clients must show, between commas"),
    REQUIRE_API_KEY("false", "true: refuse to start without API_KEYS"),
    ACCOUNTS_DIR("accounts", "the folder of the accounts"),
    DATA_DIR("data", "the folder for what the gateway keeps"),
    KEEP_RESPONSES("true", "false: no response is kept for clients that name it later, whatever they ask"),
    MODELS_FILE("models.json", "your own aliases and what you know better about models, if the file exists"),
    FETCH_MEDIA("false", "true: addresses of pictures and files in messages are fetched; else they are refused"),
    HEDGE(
            "off",
            "on: when an answer is late to begin, a second account is asked too; two requests in a hundred at most"),
    IMAGE_ANSWERS("images", "images: pictures in answers have a field of their own; markdown: they stand in the text"),
    PROXY(PARTLY, "the proxy for all that goes out"),
    UPSTREAM_CA_FILE("", "PEM file of certificate authorities to trust besides Java's"),
    OAUTH_CLIENT_ID("", "your own OAuth client, for Google logins"),
    OAUTH_CLIENT_SECRET(SECRET, "its secret"),
    GEMINI_API_ENDPOINT(Endpoints.GOOGLE.geminiApi().toString(), "address of the Gemini Developer API"),
    CODE_ASSIST_ENDPOINT(Endpoints.GOOGLE.codeAssist().toString(), "address of Code Assist"),
    VERTEX_ENDPOINT("", "address of Vertex AI; by default the host of each account's location"),
    OAUTH_TOKEN_ENDPOINT("", "where tokens are renewed; by default where each account says"),
    OAUTH_AUTH_ENDPOINT("https://accounts.google.com/o/oauth2/v2/auth", "where a person logs in"),
    LOG_LEVEL("INFO", "ERROR, WARN, INFO or DEBUG"),
    GATEWAY_JAVA_OPTS("", "more flags for Java, read by the launcher"),
    GATEWAY_AOT("on", "on: the launcher keeps a cache for quicker starts beside the jar; off: it does not");

    /// Whether a value may be shown. What is `PARTLY` secret is a URL that may hold a password.
    enum Secrecy {
        OPEN,
        PARTLY,
        SECRET
    }

    /// Ends the name of the variable that names a file with the value instead.
    static final String IN_FILE = "_FILE";

    private static final Pattern USER_INFO = Pattern.compile("//.*@");

    private final Secrecy secrecy;
    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this(OPEN, standard, meaning);
    }

    Setting(Secrecy secrecy, String meaning) {
        this(secrecy, "", meaning);
    }

    Setting(Secrecy secrecy, String standard, String meaning) {
        this.secrecy = secrecy;
        this.standard = standard;
        this.meaning = meaning;
    }

    static Optional<Setting> named(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.name().equals(name))
                .findAny();
    }

    /// The name of the variable with the file that holds the value; only secrets may come so.
    Optional<String> nameInFile() {
        return secrecy == OPEN ? Optional.empty() : Optional.of(name() + IN_FILE);
    }

    /// What holds when nothing is set; empty for none.
    String standard() {
        return standard;
    }

    String meaning() {
        return meaning;
    }

    /// A value as others may see it.
    String shown(String value) {
        return switch (secrecy) {
            case SECRET ->
                Arrays.stream(value.split(","))
                        .filter(part -> !part.isBlank())
                        .map(_ -> "***")
                        .collect(Collectors.joining(","));
            case OPEN, PARTLY -> USER_INFO.matcher(value).replaceFirst("//***@");
        };
    }
}
