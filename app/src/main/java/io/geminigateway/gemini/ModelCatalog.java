package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The models we know, newest first within their kind. Others may exist: an unknown name is not an error.
public final class ModelCatalog {
    private static final String FILE = "models.json";

    private final Map<ModelName, Model> models;

    private ModelCatalog(Map<ModelName, Model> models) {
        this.models = Collections.unmodifiableMap(models);
    }

    /// The list that comes with this program: `models.json`.
    public static ModelCatalog bundled() {
        try (var in = ModelCatalog.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from the jar".formatted(FILE));
            }
            return of(WireJson.ofClient(Listing.class).read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The model that a client means.
    public ModelName resolve(String spoken) {
        return ModelName.of(spoken);
    }

    public Optional<Model> find(ModelName name) {
        return Optional.ofNullable(models.get(name));
    }

    public Collection<Model> all() {
        return models.values();
    }

    private static ModelCatalog of(Listing listing) {
        var models = new LinkedHashMap<ModelName, Model>();
        add(listing.chat(), Model.Kind.CHAT, models);
        add(listing.image(), Model.Kind.IMAGE, models);
        add(listing.speech(), Model.Kind.SPEECH, models);
        add(listing.embedding(), Model.Kind.EMBEDDING, models);
        return new ModelCatalog(models);
    }

    private static void add(List<Entry> entries, Model.Kind kind, Map<ModelName, Model> models) {
        for (var entry : entries) {
            var model = new Model(
                    new ModelName(entry.id()),
                    entry.displayName(),
                    kind,
                    entry.released(),
                    entry.inputTokenLimit(),
                    entry.outputTokenLimit() == null ? 0 : entry.outputTokenLimit(),
                    Boolean.TRUE.equals(entry.refusesPrefill()));
            models.put(model.name(), model);
        }
    }

    /// The file.
    @Json
    record Listing(List<Entry> chat, List<Entry> image, List<Entry> speech, List<Entry> embedding) {}

    /// One line of the file.
    @Json
    record Entry(
            String id,
            String displayName,
            LocalDate released,
            int inputTokenLimit,
            @Nullable Integer outputTokenLimit,
            @Nullable Boolean refusesPrefill) {}
}
