package io.geminigateway.simulator;

import io.geminigateway.simulator.Entry.Kind;
import io.geminigateway.simulator.Entry.Service;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a path asks for. Only its end counts, so every service can be reached under any prefix.
record Route(
        Service service,
        Kind kind,
        String verb,
        @Nullable String model,
        @Nullable String project) {
    private static final Pattern GEMINI =
            Pattern.compile(".*/v1(?:alpha|beta)?/models(?:/(?<model>[^/:]+))?(?::(?<verb>\\w+))?");
    private static final Pattern UPLOAD = Pattern.compile(".*/upload/v1(?:alpha|beta)?/files");
    private static final Pattern HELD =
            Pattern.compile(".*/v1(?:alpha|beta)?/(?<name>(?<kind>files|cachedContents)(?:/[^/]+)?)");
    private static final Pattern EXPRESS =
            Pattern.compile(".*/v1(?:beta1)?/publishers/google/models/(?<model>[^/:]+):(?<verb>\\w+)");
    private static final Pattern VERTEX = Pattern.compile(".*/v1(?:beta1)?/projects/(?<project>[^/]+)/locations/[^/]+"
            + "/publishers/google/models/(?<model>[^/:]+):(?<verb>\\w+)");
    private static final Pattern VERTEX_MODELS = Pattern.compile(".*/v1(?:beta1)?/publishers/google/models");

    private static final Pattern CODE_ASSIST = Pattern.compile(".*/v1internal:(?<verb>\\w+)");
    private static final Pattern OPERATION = Pattern.compile(".*/v1internal/operations/[^/]+");
    private static final Pattern OAUTH = Pattern.compile(".*/oauth/(?<verb>\\w+)");

    /// `grantType` tells the visits to the token endpoint apart; empty elsewhere.
    static Route of(String path, String grantType) {
        var gemini = GEMINI.matcher(path);
        if (gemini.matches()) {
            var verb = gemini.group("verb");
            return verb == null
                    ? new Route(Service.GEMINI_API, Kind.MODELS, "models", gemini.group("model"), null)
                    : new Route(Service.GEMINI_API, kindOf(verb), verb, gemini.group("model"), null);
        }
        if (UPLOAD.matcher(path).matches()) {
            return plain(Service.GEMINI_API, Kind.UPLOAD, "upload");
        }
        var held = HELD.matcher(path);
        if (held.matches()) {
            var kind = held.group("kind");
            var name = held.group("name").equals(kind) ? null : held.group("name");
            return new Route(Service.GEMINI_API, kind.equals("files") ? Kind.FILES : Kind.CACHES, kind, name, null);
        }
        var express = EXPRESS.matcher(path);
        if (express.matches()) {
            var verb = express.group("verb");
            return new Route(Service.VERTEX, kindOf(verb), verb, express.group("model"), null);
        }
        var vertex = VERTEX.matcher(path);
        if (vertex.matches()) {
            var verb = vertex.group("verb");
            return new Route(Service.VERTEX, kindOf(verb), verb, vertex.group("model"), vertex.group("project"));
        }
        if (VERTEX_MODELS.matcher(path).matches()) {
            return plain(Service.VERTEX, Kind.MODELS, "models");
        }
        var codeAssist = CODE_ASSIST.matcher(path);
        if (codeAssist.matches()) {
            return plain(Service.CODE_ASSIST, kindOf(codeAssist.group("verb")), codeAssist.group("verb"));
        }
        if (OPERATION.matcher(path).matches()) {
            return plain(Service.CODE_ASSIST, Kind.OPERATION, "operations");
        }
        var oauth = OAUTH.matcher(path);
        if (oauth.matches()) {
            return plain(Service.OAUTH, kindOf(oauth.group("verb"), grantType), oauth.group("verb"));
        }
        return plain(Service.GEMINI_API, Kind.OTHER, "");
    }

    private static Route plain(Service service, Kind kind, String verb) {
        return new Route(service, kind, verb, null, null);
    }

    private static Kind kindOf(String verb) {
        return switch (verb) {
            case "generateContent" -> Kind.GENERATE;
            case "streamGenerateContent" -> Kind.STREAM;
            case "countTokens" -> Kind.COUNT_TOKENS;
            case "embedContent", "batchEmbedContents", "predict" -> Kind.EMBED;
            case "loadCodeAssist" -> Kind.LOAD_CODE_ASSIST;
            case "onboardUser" -> Kind.ONBOARD;
            default -> Kind.OTHER;
        };
    }

    private static Kind kindOf(String verb, String grantType) {
        return switch (verb) {
            case "auth" -> Kind.CONSENT;
            case "token" ->
                switch (grantType) {
                    case "refresh_token" -> Kind.TOKEN_REFRESH;
                    case "authorization_code" -> Kind.TOKEN_CODE;
                    case Assertion.GRANT_TYPE -> Kind.TOKEN_JWT;
                    default -> Kind.OTHER;
                };
            default -> Kind.OTHER;
        };
    }
}
