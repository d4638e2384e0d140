package io.geminigateway.openai.chat;

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

/// Where an answer has its claims from: Google's grounding and citations as OpenAI's annotations. One per
/// answer, and it remembers the whole text, to tell characters from bytes: only answers that may have sources
/// have one.
final class Citations {
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

    /// The annotations of all that was heard, each once, in order.
    List<Members> annotations() {
        var annotations = new LinkedHashSet<Members>();
        groundings.forEach(grounding -> grounded(grounding, annotations));
        citations.forEach(metadata -> cited(metadata, annotations));
        return List.copyOf(annotations);
    }

    private void grounded(Members grounding, Set<Members> annotations) {
        var chunks = list(grounding.get("groundingChunks"));
        for (var support : list(grounding.get("groundingSupports"))) {
            var segment = object(support, "segment");
            for (var index : list(member(support, "groundingChunkIndices"))) {
                var chunk = Reasoning.tokens(index).filter(i -> i >= 0 && i < chunks.size());
                chunk.flatMap(i -> source(chunks.get(i)))
                        .flatMap(source -> annotation(
                                source,
                                number(segment.get("partIndex")),
                                number(segment.get("startIndex")),
                                number(segment.get("endIndex"))))
                        .ifPresent(annotations::add);
            }
        }
    }

    /// Google's two services have two names for the list.
    private void cited(Members metadata, Set<Members> annotations) {
        var sources = metadata.has("citations") ? metadata.get("citations") : metadata.get("citationSources");
        for (var source : list(sources)) {
            annotation(source, 0, number(member(source, "startIndex")), number(member(source, "endIndex")))
                    .ifPresent(annotations::add);
        }
    }

    private Optional<Members> annotation(JsonValue source, int part, int startByte, int endByte) {
        if (!(member(source, "uri") instanceof JsonValue.Text uri)) {
            return Optional.empty();
        }
        var title = member(source, "title") instanceof JsonValue.Text named ? named : uri;
        var citation = Members.NONE
                .with("url", uri)
                .with("title", title)
                .with("start_index", JsonValue.of(offsets.characters(part, startByte)))
                .with("end_index", JsonValue.of(offsets.characters(part, endByte)));
        return Optional.of(
                Members.NONE.with("type", JsonValue.of("url_citation")).with("url_citation", citation));
    }

    /// Web pages, documents and places are told alike.
    private static Optional<JsonValue> source(JsonValue chunk) {
        return List.of("web", "retrievedContext", "maps", "image").stream()
                .map(kind -> member(chunk, kind))
                .flatMap(source -> Optional.ofNullable(source).stream())
                .findFirst();
    }

    private static int number(@Nullable JsonValue value) {
        return Reasoning.tokens(value).orElse(0);
    }

    private static List<JsonValue> list(@Nullable JsonValue value) {
        return value instanceof Elements(var elements) ? elements : List.of();
    }

    private static Members object(JsonValue parent, String name) {
        return member(parent, name) instanceof Members members ? members : Members.NONE;
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
