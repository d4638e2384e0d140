package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Optional;

/// What is not text: a red dot, or a tenth of a second of silence.
final class Media {
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
    private static final int SILENCE = 4800;

    private Media() {}

    /// The part that this request asks for by its modalities, unless that is text.
    static Optional<JsonObject> wanted(JsonObject request) {
        var config = request.getJsonObject("generationConfig", new JsonObject());
        var modalities = config.getJsonArray("responseModalities", new JsonArray());
        if (modalities.contains("IMAGE")) {
            return Optional.of(part("image/png", PNG));
        }
        return modalities.contains("AUDIO")
                ? Optional.of(part(
                        "audio/L16;codec=pcm;rate=24000", Base64.getEncoder().encodeToString(new byte[SILENCE])))
                : Optional.empty();
    }

    private static JsonObject part(String mimeType, String data) {
        return JsonObject.of("inlineData", JsonObject.of("mimeType", mimeType, "data", data));
    }
}
