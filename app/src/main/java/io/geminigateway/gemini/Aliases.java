package io.geminigateway.gemini;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Other names for models. What was added last is asked first, and within it the more exact pattern. Thread-safe.
final class Aliases {
    static final Aliases NONE = new Aliases(List.of());

    /// Clients name a few models again and again; what they invent must not fill the memory.
    private static final int MOST_KNOWN = 1_000;

    private record Alias(NamePattern pattern, ModelName model) {}

    private final List<Alias> aliases;
    private final Map<String, Optional<ModelName>> known = new ConcurrentHashMap<>();

    private Aliases(List<Alias> aliases) {
        this.aliases = List.copyOf(aliases);
    }

    /// Pattern by pattern, the model that is meant. Throws an [IllegalArgumentException] for what no model can be
    /// called.
    Aliases with(Map<String, String> added) {
        var all = new ArrayList<Alias>();
        added.forEach((pattern, model) -> all.add(new Alias(NamePattern.of(pattern), target(pattern, model))));
        all.sort(Comparator.comparingInt((Alias alias) -> alias.pattern().precision())
                .reversed());
        all.addAll(aliases);
        return new Aliases(all);
    }

    Optional<ModelName> find(String name) {
        if (!ModelName.isName(name)) {
            return Optional.empty();
        }
        var found = known.get(name);
        if (found == null) {
            found = lookUp(name);
            if (known.size() < MOST_KNOWN) {
                known.put(name, found);
            }
        }
        return found;
    }

    private Optional<ModelName> lookUp(String name) {
        for (var alias : aliases) {
            if (alias.pattern().matches(name)) {
                return Optional.of(alias.model());
            }
        }
        return Optional.empty();
    }

    /// Those that are whole names.
    Map<String, ModelName> names() {
        var names = new LinkedHashMap<String, ModelName>();
        aliases.stream()
                .filter(alias -> alias.pattern().isExact())
                .forEach(alias -> names.putIfAbsent(alias.pattern().text(), alias.model()));
        return names;
    }

    private static ModelName target(String pattern, String model) {
        if (!ModelName.isName(model)) {
            throw new IllegalArgumentException("aliases.%s: '%s' is not the name of a model".formatted(pattern, model));
        }
        return new ModelName(model);
    }
}
