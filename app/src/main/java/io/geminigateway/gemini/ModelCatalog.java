package io.geminigateway.gemini;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The models we know, newest first within their kind, what they can do, and other names for them. More models may
/// exist: an unknown name is not an error.
///
/// Thread-safe. All that changes is what Google's lists tell ([#heard]): it is put together with the rest beforehand,
/// and replaced as a whole in a volatile field.
public final class ModelCatalog {
    /// May stand before the name of a model of Google's, for clients that only take names of Anthropic's.
    public static final String CLAUDE_PREFIX = "claude-";

    private static final String FILE = "models.json";

    /// Claude Code says so how large it takes the model's window to be.
    private static final Pattern WINDOW = Pattern.compile("\\[[0-9]+[a-z]]$");

    private static final Pattern DISGUISED = Pattern.compile("^(?:anthropic/)?" + CLAUDE_PREFIX + "(?=gemini-|gemma-)");

    private final ModelLayer ours;
    private final ModelLayer operators;
    private final Aliases aliases;
    private volatile Knowledge knowledge;

    private ModelCatalog(ModelLayer ours, ModelLayer operators, Aliases aliases) {
        this.ours = ours;
        this.operators = operators;
        this.aliases = aliases;
        knowledge = new Knowledge(ours, Map.of(), operators);
    }

    /// The list that comes with this program: `models.json`.
    public static ModelCatalog bundled() {
        try (var in = ModelCatalog.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from the jar".formatted(FILE));
            }
            var file = ModelsReader.read(in.readAllBytes());
            return new ModelCatalog(
                    ModelLayer.NOTHING.with(file), ModelLayer.NOTHING, Aliases.NONE.with(aliases(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with what an operator's `models.json` adds or says differently, whatever Google says. Throws an
    /// [IllegalArgumentException] that says what is wrong with it, and where.
    public ModelCatalog with(byte[] json) {
        var file = ModelsReader.read(json);
        return new ModelCatalog(ours, operators.with(file), aliases.with(aliases(file)));
    }

    /// Takes what Google's lists tell in place of what they told before; several may tell of the same model.
    public void heard(Collection<ListedModel> listed) {
        var byName = new LinkedHashMap<ModelName, ListedModel>();
        listed.forEach(model -> byName.merge(model.name(), model, ListedModel::and));
        knowledge = new Knowledge(ours, byName, operators);
    }

    /// The model that a client means, whose name may be an alias and have a provider's in front: `openai/gpt-4o`.
    public ModelName resolve(String spoken) {
        var stripped = spoken.strip();
        var bare = stripped.endsWith("]") ? WINDOW.matcher(stripped).replaceFirst("") : stripped;
        var name = bare.contains(CLAUDE_PREFIX) ? DISGUISED.matcher(bare).replaceFirst("") : bare;
        return aliases.find(name.substring(name.lastIndexOf('/') + 1)).orElseGet(() -> ModelName.of(name));
    }

    public Optional<Model> find(ModelName name) {
        return Optional.ofNullable(knowledge.find(name));
    }

    /// Whether this is a model's bare name that we, Google or the operator list.
    public boolean knows(String name) {
        return ModelName.isName(name) && knowledge.find(new ModelName(name)) != null;
    }

    public Collection<Model> all() {
        return knowledge.all();
    }

    /// What this model can do; of one that nobody listed, what its name suggests.
    public Capabilities capabilities(ModelName name) {
        return knowledge.capabilities(name);
    }

    /// The aliases that are whole names and no patterns, and the models they stand for.
    public Map<String, ModelName> aliases() {
        return aliases.names();
    }

    private static Map<String, String> aliases(ModelsFile file) {
        return file.aliases() == null ? Map.of() : file.aliases();
    }
}
