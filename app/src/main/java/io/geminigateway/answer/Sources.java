package io.geminigateway.answer;

import io.geminigateway.gemini.Candidate;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.JsonValue.Elements;
import io.geminigateway.gemini.JsonValue.Members;
import io.geminigateway.gemini.MalformedJsonException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where an answer has its claims from: Google's grounding and citations. One per answer, and it remembers the whole
/// text, to tell characters from bytes: only answers that may have sources have one.
final class Sources {
    private static final List<String> KINDS = List.of("web", "retrievedContext", "maps", "image");

    private final TextOffsets offsets = new TextOffsets();
    private final List<Members> groundings = new ArrayList<>();
    private final List<Members> citations = new ArrayList<>();

    /// Text that goes to the client, out of this part of an event.
    void heard(int part, String text) {
        offsets.append(part, text);
    }

    void candidate(Candidate candidate) {
        object(candidate.groundingMetadata()).ifPresent(groundings::add);
        object(candidate.citationMetadata()).ifPresent(citations::add);
    }

    /// The citations of all that was heard, each once, in order.
    List<Citation> citations() {
        var told = new LinkedHashSet<Citation>();
        groundings.forEach(grounding -> grounded(grounding, told));
        citations.forEach(metadata -> cited(metadata, told));
        return List.copyOf(told);
    }

    /// What Google was asked to search for.
    List<String> queries() {
        return groundings.stream()
                .flatMap(grounding -> list(grounding.get("webSearchQueries")).stream())
                .flatMap(query -> query.asText().stream())
                .distinct()
                .toList();
    }

    /// What it found.
    List<Page> pages() {
        return groundings.stream()
                .flatMap(grounding -> list(grounding.get("groundingChunks")).stream())
                .flatMap(chunk -> source(chunk).stream())
                .flatMap(source -> page(source).stream())
                .distinct()
                .toList();
    }

    private void grounded(Members grounding, Set<Citation> told) {
        var chunks = list(grounding.get("groundingChunks"));
        for (var support : list(grounding.get("groundingSupports"))) {
            var segment = object(support, "segment");
            for (var index : list(member(support, "groundingChunkIndices"))) {
                var chunk = index.asInteger().filter(i -> i >= 0 && i < chunks.size());
                chunk.flatMap(i -> source(chunks.get(i)))
                        .flatMap(source -> citation(
                                source,
                                number(segment.get("partIndex")),
                                number(segment.get("startIndex")),
                                number(segment.get("endIndex"))))
                        .ifPresent(told::add);
            }
        }
    }

    /// Google's two services have two names for the list.
    private void cited(Members metadata, Set<Citation> told) {
        var sources = metadata.has("citations") ? metadata.get("citations") : metadata.get("citationSources");
        for (var source : list(sources)) {
            citation(source, 0, number(member(source, "startIndex")), number(member(source, "endIndex")))
                    .ifPresent(told::add);
        }
    }

    private Optional<Citation> citation(JsonValue source, int part, int startByte, int endByte) {
        return page(source)
                .map(page -> new Citation(
                        page.url(),
                        page.title(),
                        offsets.characters(part, startByte),
                        offsets.characters(part, endByte),
                        offsets.text(part, startByte, endByte)));
    }

    /// A page without a title goes by its address.
    private static Optional<Page> page(JsonValue source) {
        return text(source, "uri")
                .map(uri -> new Page(uri, text(source, "title").orElse(uri)));
    }

    /// Web pages, documents and places are told alike.
    private static Optional<JsonValue> source(JsonValue chunk) {
        return KINDS.stream()
                .map(kind -> member(chunk, kind))
                .flatMap(source -> Optional.ofNullable(source).stream())
                .findFirst();
    }

    private static int number(@Nullable JsonValue value) {
        return value == null ? 0 : value.asInteger().orElse(0);
    }

    private static List<JsonValue> list(@Nullable JsonValue value) {
        return value instanceof Elements(var elements) ? elements : List.of();
    }

    private static Members object(JsonValue parent, String name) {
        return member(parent, name) instanceof Members members ? members : Members.NONE;
    }

    private static Optional<String> text(JsonValue parent, String name) {
        return Optional.ofNullable(member(parent, name)).flatMap(JsonValue::asText);
    }

    private static @Nullable JsonValue member(@Nullable JsonValue parent, String name) {
        return parent instanceof Members members ? members.get(name) : null;
    }

    private static Optional<Members> object(@Nullable String json) {
        try {
            return json == null ? Optional.empty() : JsonValue.parse(json).asObject();
        } catch (MalformedJsonException notOurs) {
            return Optional.empty(); // sources are an extra: the answer stands without them
        }
    }
}
