package io.geminigateway.account;

import java.net.URI;
import java.security.spec.InvalidKeySpecException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of an account file, by what they mean; each is checked when it is asked for.
final class AccountFields {
    static final String AUTHORIZED_USER = "authorized_user";

    private static final String TOKEN_URI = "https://oauth2.googleapis.com/token";
    private static final String UNIVERSE = "googleapis.com";

    /// Projects and locations become parts of a URL.
    private static final Predicate<String> PROJECT =
            Pattern.compile("[A-Za-z0-9._:-]+").asMatchPredicate();

    private static final Predicate<String> LOCATION =
            Pattern.compile("[a-z0-9-]+").asMatchPredicate();

    private final JsonText json;

    AccountFields(JsonText json) {
        this.json = json;
    }

    Credentials credentials() throws RefusedFileException {
        return switch (json.string("type").orElse("")) {
            case "api_key" -> new Credentials.ApiKey(secret("key"));
            case "service_account" -> serviceAccount();
            case AUTHORIZED_USER -> new Credentials.Login(client(true), secret("refresh_token"), null);
            case "" -> login();
            case "external_account", "external_account_authorized_user", "impersonated_service_account" ->
                throw new RefusedFileException("federated and impersonated credentials are not supported: "
                        + "use an API key, a login, or a service account's own key");
            default ->
                throw new RefusedFileException(
                        "its type is none of api_key, service_account, authorized_user (a login has no type)");
        };
    }

    boolean isAuthorizedUser() {
        return json.string("type").filter(AUTHORIZED_USER::equals).isPresent();
    }

    /// Where a login's refresh token stands.
    String[] refreshTokenPath() {
        return isAuthorizedUser() ? new String[] {"refresh_token"} : new String[] {"credentials", "refresh_token"};
    }

    Optional<Secret> refreshToken() {
        return json.string(refreshTokenPath()).map(Secret::new);
    }

    boolean holdsRefreshToken(Secret token) {
        return refreshToken().filter(token::equals).isPresent();
    }

    Optional<Backend> backend() throws RefusedFileException {
        var name = json.string("backend");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (name.get()) {
                    case "vertex" -> Backend.VERTEX;
                    case "code_assist" -> Backend.CODE_ASSIST;
                    case "gemini_api" -> Backend.GEMINI_API;
                    default -> throw new RefusedFileException("its backend is none of vertex, code_assist, gemini_api");
                });
    }

    boolean hasProject() {
        return projectAsWritten().isPresent();
    }

    Optional<String> project() throws RefusedFileException {
        var project = projectAsWritten();
        if (project.filter(PROJECT.negate()).isPresent()) {
            throw new RefusedFileException("its projectId is not the ID of a Google Cloud project");
        }
        return project;
    }

    String location() throws RefusedFileException {
        var location = json.string("location").orElse(Account.GLOBAL);
        if (!LOCATION.test(location)) {
            throw new RefusedFileException("its location is not one of Vertex AI's: expected global, us-central1, ...");
        }
        return location;
    }

    /// Whoever names a proxy must never be served without it: what cannot be read refuses the file.
    Optional<Proxy> proxy() throws RefusedFileException {
        if (!json.isThere("proxy")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Proxy.parse(json.string("proxy").orElse("")));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedFileException("its proxy is not valid: " + wrong.getMessage());
        }
    }

    private Optional<String> projectAsWritten() {
        return json.string("projectId").or(() -> json.string("project_id")).or(() -> json.string("quota_project_id"));
    }

    private Credentials login() throws RefusedFileException {
        if (json.isObject("installed") || json.isObject("web")) {
            throw new RefusedFileException("it is an OAuth client, not an account: put its id and secret into "
                    + "OAUTH_CLIENT_ID and OAUTH_CLIENT_SECRET, then sign in with it");
        }
        if (!json.isObject("credentials")) {
            throw new RefusedFileException("it is no known kind of account: expected \"credentials\" (a login), "
                    + "or a \"type\" of api_key, service_account or authorized_user");
        }
        return new Credentials.Login(client(false), secret("credentials", "refresh_token"), token());
    }

    private @Nullable AccessToken token() throws RefusedFileException {
        if (json.string("credentials", "access_token").isEmpty()) {
            return null;
        }
        var expiry = json.number("credentials", "expiry_date").map(Instant::ofEpochMilli);
        return new AccessToken(secret("credentials", "access_token"), expiry.orElse(null));
    }

    private @Nullable OAuthClient client(boolean required) throws RefusedFileException {
        if (!required && json.string("client_id").isEmpty()) {
            return null;
        }
        return new OAuthClient(string("client_id"), secret("client_secret"));
    }

    private Credentials serviceAccount() throws RefusedFileException {
        if (!json.string("universe_domain").orElse(UNIVERSE).equals(UNIVERSE)) {
            throw new RefusedFileException("its universe_domain is not googleapis.com, the only one supported");
        }
        var key = new Secret(string("private_key"));
        try {
            ServiceAccountKey.parse(key);
        } catch (InvalidKeySpecException _) {
            throw new RefusedFileException("its private_key is not a whole RSA key in PKCS#8 (BEGIN PRIVATE KEY): "
                    + "download the key again");
        }
        return new Credentials.ServiceAccount(
                string("client_email"), json.string("private_key_id").orElse(""), key, tokenUri());
    }

    private URI tokenUri() throws RefusedFileException {
        try {
            var uri = URI.create(json.string("token_uri").orElse(TOKEN_URI));
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new RefusedFileException("its token_uri is not an http or https address");
    }

    private Secret secret(String... path) throws RefusedFileException {
        var value = string(path);
        // It becomes a header, where a line break would begin another one.
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedFileException("its %s holds a line break or control character".formatted(named(path)));
        }
        return new Secret(value);
    }

    private String string(String... path) throws RefusedFileException {
        return json.string(path)
                .orElseThrow(() -> new RefusedFileException("its %s is missing or empty".formatted(named(path))));
    }

    private static String named(String... path) {
        return String.join(".", path);
    }
}
