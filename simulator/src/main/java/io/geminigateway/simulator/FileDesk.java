package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The Files API: resumable uploads, and what became of them.
final class FileDesk {
    private static final String JSON = "application/json; charset=UTF-8";

    private final Cabinet cabinet;

    FileDesk(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    void upload(Call call, Stage stage, SimulatedAccount account) {
        var id = call.query().get("upload_id");
        var commands = call.header("x-goog-upload-command").orElse("");
        if (id.isEmpty() && commands.equals("start")) {
            stage.perform(account, () -> begin(call, account));
        } else if (cabinet.received(id).isEmpty()) {
            stage.refuse(Refusal.of(404, "NOT_FOUND", "Upload is not known, or has been terminated."));
        } else if (call.header("x-goog-upload-offset")
                .filter(offset ->
                        !offset.equals(cabinet.received(id).map(String::valueOf).orElse("")))
                .isPresent()) {
            stage.refuse(RequestErrors.because("Upload offset does not fit what was received."));
        } else {
            stage.play(receive(call, id, commands));
        }
    }

    private Answer begin(Call call, SimulatedAccount account) {
        var meta = call.json()
                .map(body -> body.getValue("file"))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .orElseGet(JsonObject::new);
        var described = new JsonObject()
                .put("name", meta.getString("name", ""))
                .put("displayName", meta.getString("displayName", meta.getString("display_name", "")))
                .put(
                        "mimeType",
                        call.header("x-goog-upload-header-content-type").orElse(null));
        var id = cabinet.begin(account.projectId(), described);
        var url = "http://%s/upload/v1beta/files?upload_id=%s&upload_protocol=resumable"
                .formatted(call.header("host").orElse("localhost"), id);
        return Answer.whole(
                200,
                Map.of(
                        "content-type", "text/plain; charset=utf-8",
                        "x-goog-upload-status", "active",
                        "x-goog-upload-url", url,
                        "x-goog-upload-chunk-granularity", "8388608"),
                "");
    }

    private Answer receive(Call call, String id, String commands) {
        cabinet.receive(id, call.body());
        if (!commands.contains("finalize")) {
            return Answer.whole(200, Map.of("x-goog-upload-status", "active"), "");
        }
        return Answer.whole(
                200,
                Map.of("content-type", JSON, "x-goog-upload-status", "final"),
                JsonObject.of("file", cabinet.file(id)).encodePrettily());
    }

    /// A list, a thing, or its bytes, as path and method ask for; files and caches alike.
    void answer(Call call, Stage stage, SimulatedAccount account) {
        var kind = call.route().verb();
        var name = call.route().model();
        if (name == null) {
            if (call.method().equals("POST")) {
                cache(call, stage, account);
            } else {
                stage.play(Answer.json(list(kind, account)));
            }
            return;
        }
        var bare = name.replaceFirst(":download$", "");
        cabinet.find(account.projectId(), bare)
                .ifPresentOrElse(thing -> answer(call, stage, thing, bare), () -> stage.refuse(foreign(bare)));
    }

    private void answer(Call call, Stage stage, Cabinet.Thing thing, String bare) {
        switch (call.method()) {
            case "DELETE" -> {
                cabinet.delete(bare);
                stage.play(Answer.json(new JsonObject()));
            }
            case "PATCH" ->
                stage.play(Answer.json(cabinet.prolong(
                        bare, stage.occasion().now().plus(life(call.json().orElseGet(JsonObject::new))))));
            default -> {
                if (bare.equals(call.route().model())) {
                    stage.play(Answer.json(thing.description()));
                } else {
                    stage.play(Answer.bytes(thing.description().getString("mimeType"), thing.bytes()));
                }
            }
        }
    }

    private void cache(Call call, Stage stage, SimulatedAccount account) {
        var request = call.json().orElseGet(JsonObject::new);
        if (!(request.getValue("model") instanceof String model) || !model.startsWith("models/")) {
            stage.refuse(RequestErrors.because("* CreateCachedContentRequest.cached_content.model: is not specified"));
            return;
        }
        var alien = foreignTo(request, account);
        if (alien != null) {
            stage.refuse(alien);
            return;
        }
        stage.perform(
                account,
                () -> Answer.json(cabinet.cache(
                        account.projectId(), request, Prompt.of(request).tokens(), life(request))));
    }

    /// What refuses a request that uses what lies with somebody else; null if none does.
    @Nullable
    Refusal foreignTo(JsonObject request, SimulatedAccount account) {
        var files = Prompt.of(request).media().stream()
                .map(part -> String.valueOf(Prompt.uri(part)))
                .map(uri -> uri.replaceFirst("^https?://[^/]+/v1(?:beta)?/", ""));
        var cache = request.getValue("cachedContent", request.getValue("cached_content"));
        return cabinet.foreign(
                        account.projectId(),
                        Stream.concat(files, Stream.ofNullable(cache).map(String::valueOf)))
                .map(FileDesk::foreign)
                .orElse(null);
    }

    private static Refusal foreign(String name) {
        return name.startsWith("files/")
                ? Refusal.of(
                        403,
                        "PERMISSION_DENIED",
                        "You do not have permission to access the File %s or it may not exist."
                                .formatted(name.substring("files/".length())))
                : Refusal.of(403, "PERMISSION_DENIED", "CachedContent not found (or permission denied)");
    }

    private JsonObject list(String kind, SimulatedAccount account) {
        var all = cabinet.all(account.projectId(), kind);
        return all.isEmpty() ? new JsonObject() : JsonObject.of(kind, new JsonArray(all));
    }

    private static Duration life(JsonObject cache) {
        var ttl = cache.getString("ttl", "3600s");
        return Duration.ofSeconds(Long.parseLong(ttl.replaceAll("[^0-9]", "")));
    }
}
