package io.geminigateway.gemini;

import io.geminigateway.gemini.ModelsFile.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The models we know, newest first within their kind, what they can do, and other names for them. More models may
/// exist: an unknown name is not an error. Immutable.
public final class ModelCatalog {
    /// May stand before the name of a model of Google's, for clients that only take names of Anthropic's.
    public static final String CLAUDE_PREFIX = "claude-";

    private static final String FILE = "models.json";

    /// Claude Code says so how large it takes the model's window to be.
    private static final Pattern WINDOW = Pattern.compile("\\[[0-9]+[a-z]]$");

    private static final Pattern DISGUISED = Pattern.compile("^(?:anthropic/)?" + CLAUDE_PREFIX + "(?=gemini-|gemma-)");

    private final Map<ModelName, Model> models;
    private final CapabilityTable table;
    private final Aliases aliases;
    private final Map<ModelName, Capabilities> known = new HashMap<>();

    private ModelCatalog(Map<ModelName, Model> models, CapabilityTable table, Aliases aliases) {
        this.models = Collections.unmodifiableMap(models);
        this.table = table;
        this.aliases = aliases;
        models.keySet().forEach(name -> known.put(name, table.of(name)));
    }

    /// The list that comes with this program: `models.json`.
    public static ModelCatalog bundled() {
        try (var in = ModelCatalog.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from the jar".formatted(FILE));
            }
            return new ModelCatalog(Map.of(), CapabilityTable.EMPTY, Aliases.NONE).with(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with what another `models.json` adds or says differently. Throws an
    /// [IllegalArgumentException] that says what is wrong with it, and where.
    public ModelCatalog with(byte[] json) {
        var file = ModelsReader.read(json);
        var all = new LinkedHashMap<>(models);
        add(file.chat(), Model.Kind.CHAT, all);
        add(file.image(), Model.Kind.IMAGE, all);
        add(file.speech(), Model.Kind.SPEECH, all);
        add(file.embedding(), Model.Kind.EMBEDDING, all);
        return new ModelCatalog(
                all,
                file.capabilities() == null ? table : table.with(file.capabilities()),
                file.aliases() == null ? aliases : aliases.with(file.aliases()));
    }

    /// The model that a client means, whose name may be an alias and have a provider's in front: `openai/gpt-4o`.
    public ModelName resolve(String spoken) {
        var bare = WINDOW.matcher(spoken.strip()).replaceFirst("");
        var name = DISGUISED.matcher(bare).replaceFirst("");
        return aliases.find(name.substring(name.lastIndexOf('/') + 1)).orElseGet(() -> ModelName.of(name));
    }

    public Optional<Model> find(ModelName name) {
        return Optional.ofNullable(models.get(name));
    }

    public Collection<Model> all() {
        return models.values();
    }

    /// What this model can do; of one that is not listed, what its name suggests.
    public Capabilities capabilities(ModelName name) {
        var listed = known.get(name);
        return listed == null ? table.of(name) : listed;
    }

    /// The aliases that are whole names and no patterns, and the models they stand for.
    public Map<String, ModelName> aliases() {
        return aliases.names();
    }

    private static void add(@Nullable List<Entry> entries, Model.Kind kind, Map<ModelName, Model> models) {
        if (entries == null) {
            return;
        }
        for (var entry : entries) {
            if (!ModelName.isName(entry.id())) {
                throw new IllegalArgumentException("'%s' is not the name of a model".formatted(entry.id()));
            }
            var name = new ModelName(entry.id());
            var model = new Model(
                    name,
                    entry.displayName() == null ? entry.id() : entry.displayName(),
                    kind,
                    entry.released() == null ? Model.LONG_AGO : entry.released(),
                    entry.inputTokenLimit(),
                    entry.outputTokenLimit() == null ? 0 : entry.outputTokenLimit());
            models.put(name, model);
        }
    }
}
