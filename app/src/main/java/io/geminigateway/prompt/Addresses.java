package io.geminigateway.prompt;

import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.RemoteMedia;
import io.geminigateway.gemini.Blob;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The remote media of one request: those that were fetched, and those that still must be. A request is read twice when
/// it has some: once to learn the addresses, once with what was found there.
public final class Addresses {
    private static final Blob YET_TO_COME = new Blob(null, null);

    private final boolean mayFetch;
    private final Map<URI, Blob> fetched;
    private final Set<URI> missing = new LinkedHashSet<>();

    public Addresses(boolean mayFetch, Map<URI, Blob> fetched) {
        this.mayFetch = mayFetch;
        this.fetched = fetched;
    }

    public Blob media(String url, String path) {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw Invalid.value(path, "'%s' must be a data URI with base64".formatted(path));
        }
        if (!mayFetch) {
            throw Invalid.unsupported(
                    path,
                    "'%s' is a remote address: this gateway fetches none unless its operator sets FETCH_MEDIA=on; send a data URI"
                            .formatted(path));
        }
        var uri = parsed(url, path);
        var found = fetched.get(uri);
        if (found == null) {
            missing.add(uri);
            return YET_TO_COME;
        }
        return found;
    }

    public Optional<RemoteMedia> remoteMedia(Function<Map<URI, Blob>, DialectCall> whole) {
        return missing.isEmpty() ? Optional.empty() : Optional.of(new RemoteMedia(missing, whole));
    }

    private static URI parsed(String url, String path) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw Invalid.value(path, "'%s' is not a valid address".formatted(path));
        }
    }
}
