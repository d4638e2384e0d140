package io.geminigateway.gemini;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A model as one of Google's lists tells of it. Limits are in tokens; 0 stands for what was not told, as do no
/// methods at all: Vertex AI tells names and little else. `description` is the entry in Google's own words, without
/// members where there is none.
public record ListedModel(
        ModelName name,
        String displayName,
        int inputTokenLimit,
        int outputTokenLimit,
        double maxTemperature,
        boolean thinking,
        Set<String> methods,
        JsonValue.Members description) {

    public ListedModel {
        methods = Set.copyOf(methods);
    }

    /// One of which only the name is known.
    public static ListedModel named(ModelName name) {
        return new ListedModel(name, name.value(), 0, 0, 0, false, Set.of(), JsonValue.Members.NONE);
    }

    /// What this list and another one tell of the same model: the more, the better.
    ListedModel and(ListedModel other) {
        return new ListedModel(
                name,
                displayName.equals(name.value()) ? other.displayName : displayName,
                Math.max(inputTokenLimit, other.inputTokenLimit),
                Math.max(outputTokenLimit, other.outputTokenLimit),
                Math.max(maxTemperature, other.maxTemperature),
                thinking || other.thinking,
                Stream.of(methods, other.methods).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet()),
                isDescribed() ? description : other.description);
    }

    public boolean isDescribed() {
        return !description.members().isEmpty();
    }

    /// Whether the list says what the model can do.
    boolean isTold() {
        return !methods.isEmpty();
    }

    boolean embedsOnly() {
        return methods.contains("embedContent") && !methods.contains("generateContent");
    }

    boolean hasCaches() {
        return methods.contains("createCachedContent");
    }
}
