package io.geminigateway.dialect;

import io.geminigateway.gemini.Blob;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Media that a request only gives the addresses of. With what is found there, `whole` makes the request what it was
/// meant to be; it may take as long as reading it did.
public record RemoteMedia(Set<URI> addresses, Function<Map<URI, Blob>, DialectCall> whole) {
    public RemoteMedia {
        addresses = Set.copyOf(addresses);
    }
}
