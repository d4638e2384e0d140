package io.geminigateway.upstream;

import static io.geminigateway.account.Account.GLOBAL;

import io.geminigateway.account.Account;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.telemetry.Destination;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The base URIs of Google's services: http or https, with an optional port and path prefix. `vertex` is
/// null unless one URI replaces Vertex AI's many regional hosts.
public record Endpoints(
        URI geminiApi, URI codeAssist, @Nullable URI vertex) {

    public static final Endpoints GOOGLE = new Endpoints(
            URI.create("https://generativelanguage.googleapis.com"),
            URI.create("https://cloudcode-pa.googleapis.com"),
            null);

    private static final Pattern LOCATION = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Endpoints {
        check("GEMINI_API_ENDPOINT", geminiApi);
        check("CODE_ASSIST_ENDPOINT", codeAssist);
        if (vertex != null) {
            check("VERTEX_ENDPOINT", vertex);
        }
    }

    /// All of Google under one base: a simulator, or a proxy that sorts it out.
    public static Endpoints allAt(URI base) {
        return new Endpoints(base, base, base);
    }

    Endpoint geminiApiEndpoint() {
        return Endpoint.of(geminiApi);
    }

    Endpoint codeAssistEndpoint() {
        return Endpoint.of(codeAssist);
    }

    /// Where an account's calls go, but for a proxy on the way.
    public Destination of(Account account) {
        return destination(
                switch (account.backend()) {
                    case GEMINI_API -> geminiApi;
                    case CODE_ASSIST -> codeAssist;
                    case VERTEX ->
                        vertexBase(LOCATION.matcher(account.location()).matches() ? account.location() : GLOBAL);
                });
    }

    /// Where requests to an address under this one go.
    public static Destination destination(URI base) {
        return Endpoint.of(base).destination();
    }

    Endpoint vertexEndpoint(String location) {
        if (!LOCATION.matcher(location).matches()) {
            throw new RefusedException(
                    UpstreamFailure.of(ErrorType.ACCOUNT_PERMISSION_DENIED, "The account's location is not valid.")
                            .withRemedy("correct \"location\" in the account's file: one like global or europe-west4"));
        }
        return Endpoint.of(vertexBase(location));
    }

    private URI vertexBase(String location) {
        return vertex != null ? vertex : URI.create("https://" + vertexHost(location));
    }

    private static String vertexHost(String location) {
        return switch (location) {
            case "global" -> "aiplatform.googleapis.com";
            case "us", "eu" -> "aiplatform." + location + ".rep.googleapis.com";
            default -> location + "-aiplatform.googleapis.com";
        };
    }

    private static void check(String setting, URI base) {
        var scheme = base.getScheme();
        var web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        if (!web || base.getHost() == null || hasMore(base)) {
            throw new IllegalArgumentException("%s: '%s' is not valid: expected https://host[:port][/prefix]"
                    .formatted(setting, withoutUser(base)));
        }
    }

    private static boolean hasMore(URI base) {
        return base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null;
    }

    private static String withoutUser(URI base) {
        return base.getRawUserInfo() == null ? base.toString() : base.toString().replace(base.getRawUserInfo(), "***");
    }
}
