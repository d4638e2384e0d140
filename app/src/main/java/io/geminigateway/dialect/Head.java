package io.geminigateway.dialect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The head of a request, as far as a dialect may read it. `path` is as it was sent; `resource` is what it means to the
/// routes, without version and slashes too many; `query` is empty where there is none. `client` tells whose key came
/// with it, empty where none is asked for. Safe to hand to another thread.
public record Head(String path, String resource, String query, Headers headers, String client) {
    /// The header with the request's name. It is always there: what the client does not name, the gateway does.
    public static final String REQUEST_ID = "x-request-id";

    /// Of a request that is nothing but a body.
    public static final Head NONE = new Head("", "", "", _ -> null);

    /// Of a client that is not known.
    public Head(String path, String resource, String query, Headers headers) {
        this(path, resource, query, headers, "");
    }

    /// The same, once it is known whose key came with it.
    public Head of(String client) {
        return new Head(path, resource, query, headers, client);
    }

    /// The first header of this name, in any spelling of case.
    @FunctionalInterface
    public interface Headers {
        @Nullable
        String get(String name);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The first parameter of this name in the query.
    public Optional<String> parameter(String name) {
        for (var pair : query.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals >= 0 && pair.substring(0, equals).equals(name)) {
                return Optional.of(decoded(pair.substring(equals + 1).replace('+', ' ')));
            }
        }
        return Optional.empty();
    }

    /// What stands below `parent` in the resource, with percent-encoding undone: ids may contain a slash, and arrive as
    /// `google%2Fx`.
    public String below(String parent) {
        return decoded(resource.substring(parent.length()));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return part;
        }
    }
}
