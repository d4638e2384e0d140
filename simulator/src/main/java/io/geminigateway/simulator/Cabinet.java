package io.geminigateway.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What clients left with the Developer API: files, caches, and uploads that are not finished. Each belongs to one
/// project, and nobody else may see it. Thread-safe: guarded by itself.
final class Cabinet {
    private static final Duration LIFE = Duration.ofDays(2);

    /// A file or a cache: how it is described, and, of a file, its bytes.
    record Thing(String project, JsonObject description, Buffer bytes) {
        String name() {
            return description.getString("name");
        }
    }

    private record Upload(String project, JsonObject description, Buffer bytes) {}

    private final InstantSource clock;
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Map<String, Upload> uploads = new LinkedHashMap<>();
    private int numbers;

    Cabinet(InstantSource clock) {
        this.clock = clock;
    }

    /// Begins an upload of a file so described; gives its id.
    synchronized String begin(String project, JsonObject description) {
        var id = "sim-upload-" + ++numbers;
        uploads.put(id, new Upload(project, description, Buffer.buffer()));
        return id;
    }

    /// How many bytes of an upload are here, if it is under way.
    synchronized Optional<Integer> received(String id) {
        return Optional.ofNullable(uploads.get(id)).map(upload -> upload.bytes().length());
    }

    synchronized void receive(String id, Buffer more) {
        Objects.requireNonNull(uploads.get(id)).bytes().appendBuffer(more);
    }

    /// All of an upload is here: it is a file now.
    synchronized JsonObject file(String id) {
        var upload = Objects.requireNonNull(uploads.remove(id));
        var wanted = upload.description().getString("name", "");
        var name = wanted.matches("files/[a-z0-9-]{1,40}") ? wanted : "files/sim" + ++numbers;
        var now = clock.instant();
        var file = new JsonObject()
                .put("name", name)
                .put("displayName", upload.description().getString("displayName", ""))
                .put("mimeType", upload.description().getString("mimeType", "application/octet-stream"))
                .put("sizeBytes", Integer.toString(upload.bytes().length()))
                .put("createTime", now.toString())
                .put("updateTime", now.toString())
                .put("expirationTime", now.plus(LIFE).toString())
                .put("sha256Hash", "c2ltdWxhdGVk")
                .put("uri", "https://generativelanguage.googleapis.com/v1beta/" + name)
                .put("state", "ACTIVE")
                .put("source", "UPLOADED");
        things.put(name, new Thing(upload.project(), file, upload.bytes()));
        return file.copy();
    }

    synchronized JsonObject cache(String project, JsonObject request, int tokens, Duration life) {
        var now = clock.instant();
        var cache = new JsonObject()
                .put("name", "cachedContents/sim" + ++numbers)
                .put("model", request.getString("model"))
                .put("createTime", now.toString())
                .put("updateTime", now.toString())
                .put("expireTime", now.plus(life).toString())
                .put("displayName", request.getString("displayName", ""))
                .put("usageMetadata", JsonObject.of("totalTokenCount", tokens));
        things.put(cache.getString("name"), new Thing(project, cache, Buffer.buffer()));
        return cache.copy();
    }

    synchronized JsonObject prolong(String name, Instant until) {
        var cache = Objects.requireNonNull(things.get(name)).description();
        cache.put("expireTime", until.toString())
                .put("updateTime", clock.instant().toString());
        return cache.copy();
    }

    synchronized List<JsonObject> all(String project, String kind) {
        return things.values().stream()
                .filter(thing -> thing.project().equals(project) && thing.name().startsWith(kind + "/"))
                .map(thing -> thing.description().copy())
                .toList();
    }

    synchronized Optional<Thing> find(String project, String name) {
        return Optional.ofNullable(things.get(name))
                .filter(thing -> thing.project().equals(project));
    }

    synchronized void delete(String name) {
        things.remove(name);
    }

    /// The first of these that is somebody else's.
    synchronized Optional<String> foreign(String project, Stream<String> names) {
        return names.filter(name ->
                        things.containsKey(name) && !things.get(name).project().equals(project))
                .findFirst();
    }
}
