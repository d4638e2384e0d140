package io.geminigateway.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A proxy that is asked to open a way to Google; over `HTTP` and `HTTPS` (TLS as far as the proxy) by CONNECT.
/// `password` is null where there is no user, too.
public record Proxy(
        Kind kind,
        String host,
        int port,
        @Nullable String user,
        @Nullable Secret password) {

    public enum Kind {
        HTTP(3128),
        HTTPS(443),
        SOCKS5(1080);

        private final int usualPort;

        Kind(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    private static final Pattern SCHEME = Pattern.compile("https?|socks5h?");

    /// Reads `scheme://user:password@host:port`, where all but scheme and host may be missing. Throws an
    /// [IllegalArgumentException] that says what is expected and quotes nothing.
    public static Proxy parse(String text) {
        try {
            var uri = new URI(text.strip());
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (SCHEME.matcher(scheme).matches() && uri.getHost() != null && !hasMore(uri) && uri.getPort() != 0) {
                return of(kind(scheme), uri);
            }
        } catch (URISyntaxException malformed) {
            // told below, without the value's password
        }
        throw new IllegalArgumentException(
                "expected http://host:port, https://host:port or socks5://host:port, with user:password@ before the host"
                        + " if need be");
    }

    private static boolean hasMore(URI uri) {
        return uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !(uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
    }

    /// The `h` asks the proxy to look names up; this one always does.
    private static Kind kind(String scheme) {
        return scheme.startsWith("socks5") ? Kind.SOCKS5 : Kind.valueOf(scheme.toUpperCase(Locale.ROOT));
    }

    private static Proxy of(Kind kind, URI uri) {
        var host = uri.getHost().replaceAll("[\\[\\]]", "");
        var port = uri.getPort() > 0 ? uri.getPort() : kind.usualPort;
        var user = Optional.ofNullable(uri.getUserInfo()).map(info -> info.split(":", 2));
        return new Proxy(
                kind,
                host,
                port,
                user.map(parts -> parts[0]).orElse(null),
                user.map(parts -> new Secret(parts.length > 1 ? parts[1] : "")).orElse(null));
    }
}
