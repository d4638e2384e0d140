package io.geminigateway.openai;

import io.avaje.jsonb.Json;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Model;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.WireJson;
import java.util.List;
import java.util.Optional;

/// The models, as OpenAI lists them. Thread-safe.
public final class OpenAiModels {
    private static final WireJson<Listing> LISTING = WireJson.ofClient(Listing.class);
    private static final WireJson<Entry> ENTRY = WireJson.ofClient(Entry.class);
    private static final String OWNER = "google";

    private final ModelCatalog catalog;

    public OpenAiModels(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /// The answer to `GET /v1/models`.
    public byte[] list() {
        return LISTING.write(new Listing(
                "list",
                catalog.all().stream()
                        .filter(model -> model.kind() == Model.Kind.CHAT)
                        .map(OpenAiModels::entry)
                        .toList()));
    }

    /// The answer to `GET /v1/models/{id}`, if there is such a model; `id` may come with `models/` in front.
    public Optional<byte[]> one(String id) {
        try {
            return catalog.find(ModelName.of(id)).map(OpenAiModels::entry).map(ENTRY::write);
        } catch (GatewayException notAName) {
            return Optional.empty();
        }
    }

    private static Entry entry(Model model) {
        return new Entry(model.name().value(), "model", model.created(), OWNER);
    }

    @Json
    record Listing(String object, List<Entry> data) {}

    /// `created` is in seconds since 1970.
    @Json
    record Entry(
            String id,
            String object,
            long created,
            @Json.Property("owned_by") String ownedBy) {}
}
