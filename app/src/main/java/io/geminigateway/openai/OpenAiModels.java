package io.geminigateway.openai;

import io.avaje.jsonb.Json;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Model;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The models, as OpenAI lists them: those that some account may call, and the aliases for them. Thread-safe.
public final class OpenAiModels {
    private static final WireJson<Listing> LISTING = WireJson.ofClient(Listing.class);
    private static final WireJson<Entry> ENTRY = WireJson.ofClient(Entry.class);
    private static final String OWNER = "google";

    private final ModelCatalog catalog;

    public OpenAiModels(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /// The answer to `GET /v1/models`: known models first. Where nothing is known to be offered, all of those.
    public byte[] list(Optional<Set<ModelName>> offered) {
        Predicate<ModelName> isOffered =
                name -> offered.map(names -> names.contains(name)).orElse(true);
        var entries = new ArrayList<Entry>();
        catalog.all().stream()
                .filter(model -> isOffered.test(model.name()))
                .map(OpenAiModels::entry)
                .forEach(entries::add);
        offered.stream()
                .flatMap(Set::stream)
                .filter(name -> catalog.find(name).isEmpty())
                .map(ModelName::value)
                .sorted()
                .map(name -> new Entry(name, "model", 0, OWNER))
                .forEach(entries::add);
        catalog.aliases().forEach((alias, name) -> {
            if (isOffered.test(name)) {
                entries.add(new Entry(alias, "model", created(name), OWNER));
            }
        });
        return LISTING.write(new Listing("list", entries));
    }

    /// The answer to `GET /v1/models/{id}`; `id` may be any name that a request may use. Throws a [GatewayException]
    /// when
    /// there is no such model.
    public byte[] one(String id, Optional<Set<ModelName>> offered) {
        try {
            var name = catalog.resolve(id);
            var exists = catalog.find(name).isPresent()
                    || offered.filter(names -> names.contains(name)).isPresent();
            var isAlias = !name.equals(ModelName.of(id));
            if (exists) {
                return ENTRY.write(new Entry(isAlias ? id : name.value(), "model", created(name), OWNER));
            }
        } catch (GatewayException notAName) {
            // so there is no such model
        }
        throw new Failure.ModelNotFound("The model '%s' does not exist".formatted(id)).asException();
    }

    /// 0 for a model that is newer than this program.
    private long created(ModelName name) {
        return catalog.find(name).map(Model::created).orElse(0L);
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
