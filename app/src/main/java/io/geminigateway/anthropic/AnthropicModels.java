package io.geminigateway.anthropic;

import io.avaje.jsonb.Json;
import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Model;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.prompt.Invalid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The models, as Anthropic lists them: chat models that some account may call, each by its own name and by one that
/// begins with `claude-`, because Claude Code shows no other; and the aliases. In pages. Thread-safe.
public final class AnthropicModels {
    private static final WireJson<Page> PAGES = WireJson.ofClient(Page.class).withEmptyLists();
    private static final WireJson<Entry> ENTRIES = WireJson.ofClient(Entry.class);
    /// A model that cannot be called is not listed.
    private static final String ACTIVE = "active";

    private static final int USUAL_LIMIT = 20;
    private static final int LARGEST_LIMIT = 1000;

    private final ModelCatalog catalog;

    public AnthropicModels(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /// The answer to `GET /v1/models`, with `limit`, `after_id` and `before_id`.
    public byte[] list(Head head, Optional<Set<ModelName>> offered) {
        var all = all(offered);
        var limit = limit(head);
        var after = head.parameter("after_id").map(id -> index(all, id, "after_id"));
        var before = head.parameter("before_id").map(id -> index(all, id, "before_id"));
        var from = after.map(index -> index + 1)
                .or(() -> before.map(index -> Math.max(0, index - limit)))
                .orElse(0);
        var to = Math.min(before.orElse(all.size()), from + limit);
        var page = all.subList(from, Math.max(from, to));
        var isBackwards = before.isPresent() && after.isEmpty();
        var hasMore = isBackwards ? from > 0 : to < all.size();
        return PAGES.write(new Page(
                page,
                hasMore,
                page.isEmpty() ? null : page.getFirst().id(),
                page.isEmpty() ? null : page.getLast().id()));
    }

    /// The answer to `GET /v1/models/{id}`; `id` may be any name that a request may use. Throws a [GatewayException]
    /// when there is no such model.
    public byte[] one(String id, Optional<Set<ModelName>> offered) {
        try {
            var name = catalog.resolve(id);
            var model = catalog.find(name);
            if (model.isPresent()) {
                return ENTRIES.write(entry(id, model.get()));
            }
            if (offered.filter(names -> names.contains(name)).isPresent()) {
                return ENTRIES.write(unknown(id));
            }
        } catch (GatewayException notAName) {
            // so there is no such model
        }
        throw new Failure.ModelNotFound("model: " + id).asException();
    }

    private List<Entry> all(Optional<Set<ModelName>> offered) {
        var plain = new ArrayList<Entry>();
        var disguised = new ArrayList<Entry>();
        for (var model : catalog.all()) {
            if (model.kind() == Model.Kind.CHAT && isOffered(model.name(), offered)) {
                plain.add(entry(model.name().value(), model));
                disguised.add(entry(ModelCatalog.CLAUDE_PREFIX + model.name(), model));
            }
        }
        offered.stream()
                .flatMap(Set::stream)
                .filter(name -> catalog.find(name).isEmpty())
                .map(ModelName::value)
                .sorted()
                .forEach(name -> plain.add(unknown(name)));
        plain.addAll(disguised);
        catalog.aliases()
                .forEach((alias, name) -> catalog.find(name)
                        .filter(model -> model.kind() == Model.Kind.CHAT && isOffered(name, offered))
                        .ifPresent(model -> plain.add(entry(alias, model))));
        return plain;
    }

    private static boolean isOffered(ModelName name, Optional<Set<ModelName>> offered) {
        return offered.map(names -> names.contains(name)).orElse(true);
    }

    private static Entry entry(String id, Model model) {
        return new Entry(
                "model",
                id,
                model.displayName(),
                ACTIVE,
                Instant.ofEpochSecond(model.created()).toString(),
                model.inputTokenLimit(),
                model.outputTokenLimit() == 0 ? null : model.outputTokenLimit());
    }

    /// A model that is newer than this program.
    private static Entry unknown(String id) {
        return new Entry("model", id, id, ACTIVE, Instant.EPOCH.toString(), null, null);
    }

    private static int limit(Head head) {
        var spoken = head.parameter("limit").orElse("");
        if (spoken.isEmpty()) {
            return USUAL_LIMIT;
        }
        if (!spoken.matches("[0-9]{1,4}") || Integer.parseInt(spoken) < 1 || Integer.parseInt(spoken) > LARGEST_LIMIT) {
            throw Invalid.value("limit", "'limit' must be 1 to %d".formatted(LARGEST_LIMIT));
        }
        return Integer.parseInt(spoken);
    }

    private static int index(List<Entry> all, String id, String param) {
        for (var i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        throw Invalid.value(param, "'%s' is no id in this list".formatted(param));
    }

    @Json(naming = Json.Naming.LowerUnderscore)
    record Page(
            List<Entry> data,
            boolean hasMore,
            @Nullable String firstId,
            @Nullable String lastId) {}

    /// `created_at` is in RFC 3339.
    @Json(naming = Json.Naming.LowerUnderscore)
    record Entry(
            String type,
            String id,
            String displayName,
            String lifecycle,
            String createdAt,
            @Nullable Integer maxInputTokens,
            @Nullable Integer maxTokens) {}
}
