package io.geminigateway.server;

import io.geminigateway.account.Secret;
import io.geminigateway.failure.Failure;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Who may use the gateway. Without configured keys everybody may, with any key or none; else a client must
/// show one, in whichever of the places its protocol puts it. Thread-safe.
final class ClientKeys {
    private static final int LONGEST = 512;

    private final List<byte[]> hashes;

    ClientKeys(List<Secret> keys) {
        hashes = keys.stream().map(key -> sha256(key.reveal())).toList();
    }

    boolean isOpen() {
        return hashes.isEmpty();
    }

    /// Lets the request pass, or throws the failure that the client is told. Tells whose key came with it: a name for
    /// the
    /// key that gives nothing of it away, empty where none is asked for.
    String check(HttpServerRequest request) {
        if (isOpen()) {
            return "";
        }
        var shown = shownBy(request);
        if (shown.isEmpty()) {
            throw new Failure.Unauthenticated("No API key was given. Send one as 'Authorization: Bearer <key>'")
                    .asException();
        }
        var known = shown.stream().filter(this::isKnown).toList();
        if (known.size() > 1) {
            // One rule for every spelling: a request speaks for one key, or nobody knows for whom.
            throw new Failure.InvalidRequest("The request carries two different API keys").asException();
        }
        if (known.isEmpty()) { // some clients send a key of another service beside ours
            throw new Failure.Unauthenticated("Incorrect API key provided").asException();
        }
        return HexFormat.of().formatHex(sha256(known.getFirst()), 0, 8);
    }

    /// A name for the key that the request shows, be it a good one or not; tells nothing of the key.
    static String nameOf(HttpServerRequest request) {
        return shownBy(request).stream()
                .findFirst()
                .map(key -> HexFormat.of().formatHex(sha256(key), 0, 8))
                .orElse("");
    }

    private static Set<String> shownBy(HttpServerRequest request) {
        var shown = new LinkedHashSet<String>();
        var authorization = request.getHeader("authorization");
        if (authorization != null && authorization.regionMatches(true, 0, "bearer ", 0, 7)) {
            shown.add(authorization.substring(7).strip());
        }
        for (var header : List.of("x-api-key", "x-goog-api-key", "api-key")) {
            var value = request.getHeader(header);
            if (value != null) {
                shown.add(value.strip());
            }
        }
        var query = request.query();
        if (query != null && query.contains("key=")) {
            var value = request.getParam("key");
            if (value != null) {
                shown.add(value.strip());
            }
        }
        shown.remove("");
        return shown;
    }

    /// Compares hashes, and all of them: neither the length of a key nor its place in the list shows in the time it
    /// takes.
    private boolean isKnown(String key) {
        if (key.length() > LONGEST) {
            return false;
        }
        var hash = sha256(key);
        var known = false;
        for (var candidate : hashes) {
            known |= MessageDigest.isEqual(candidate, hash);
        }
        return known;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
