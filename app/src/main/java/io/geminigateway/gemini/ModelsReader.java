package io.geminigateway.gemini;

import io.geminigateway.gemini.ModelsFile.Thought;
import io.geminigateway.gemini.ModelsFile.Traits;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a `models.json`. A person writes it, so a word that means nothing is told and not ignored.
final class ModelsReader {
    private static final WireJson<ModelsFile> FILES = WireJson.ofClient(ModelsFile.class);

    private ModelsReader() {}

    /// Throws an [IllegalArgumentException] that says what is wrong, and where.
    static ModelsFile read(byte[] json) {
        try {
            var file = FILES.read(json);
            checkNames(JsonValue.parse(json));
            return file;
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(e.path() == null ? e.reason() : e.path() + ": " + e.reason(), e);
        }
    }

    /// What the traits make of a model with these capabilities.
    static Capabilities apply(Traits traits, Capabilities before) {
        return new Capabilities(
                traits.thinking() == null ? before.thinking() : thinking(traits.thinking()),
                or(traits.sampling(), before.sampling()),
                or(traits.penalties(), before.penalties()),
                or(traits.logprobs(), before.logprobs()),
                traits.answers() == null ? before.answers() : traits.answers(),
                or(traits.prefill(), before.prefill()),
                or(traits.tools(), before.tools()),
                or(traits.search(), before.search()),
                or(traits.searchWithTools(), before.searchWithTools()),
                or(traits.json(), before.json()),
                or(traits.jsonWithTools(), before.jsonWithTools()),
                or(traits.cache(), before.cache()),
                or(traits.resolutionPerPart(), before.resolutionPerPart()),
                modalities(traits.input(), before.input()),
                modalities(traits.output(), before.output()));
    }

    private static Thinking thinking(Thought thought) {
        return switch (thought.control()) {
            case "none" -> Thinking.Uncontrolled.UNCONTROLLED;
            case "budget" -> {
                if (thought.min() == null || thought.max() == null || thought.min() > thought.max()) {
                    throw new IllegalArgumentException("'thinking' by budget needs 'min' and 'max'");
                }
                yield new Thinking.Budget(thought.min(), thought.max(), or(thought.off(), false));
            }
            case "level" -> {
                if (thought.levels() == null || thought.levels().isEmpty() || thought.usual() == null) {
                    throw new IllegalArgumentException("'thinking' by level needs 'levels' and 'usual'");
                }
                var levels = thought.levels().stream()
                        .map(word -> word(ThinkingLevel.class, word))
                        .toList();
                yield new Thinking.Levels(levels, word(ThinkingLevel.class, thought.usual()));
            }
            case null, default ->
                throw new IllegalArgumentException("'control' of 'thinking' is none, level or budget");
        };
    }

    private static Set<Modality> modalities(@Nullable List<String> words, Set<Modality> before) {
        if (words == null) {
            return before;
        }
        var modalities = EnumSet.noneOf(Modality.class);
        words.forEach(word -> modalities.add(word(Modality.class, word)));
        return modalities;
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "'%s' is none of %s".formatted(word, Arrays.toString(type.getEnumConstants())), unknown);
        }
    }

    private static boolean or(@Nullable Boolean flag, boolean otherwise) {
        return flag == null ? otherwise : flag;
    }

    private static void checkNames(JsonValue file) {
        check(file, "", ModelsFile.class);
        var members = file.asObject().orElseThrow();
        if (members.get("capabilities") instanceof JsonValue.Members capabilities) {
            for (var entry : capabilities.members().entrySet()) {
                check(entry.getValue(), "capabilities.%s.".formatted(entry.getKey()), Traits.class);
            }
        }
    }

    private static void check(JsonValue object, String path, Class<? extends Record> type) {
        var known = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toSet());
        for (var name :
                object.asObject().orElse(JsonValue.Members.NONE).members().keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("'%s%s' is unknown".formatted(path, name));
            }
        }
    }
}
