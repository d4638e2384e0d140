package io.geminigateway.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts the signatures back into a conversation that a client tells again, each onto the part it was given
/// for. What the client brought itself stays. Where the running turn still lacks one that Google insists on,
/// Google is asked not to.
public final class SignedHistory {
    private final Signatures signatures;
    private final boolean isNeeded;

    public SignedHistory(Signatures signatures, ModelName model) {
        this.signatures = signatures;
        this.isNeeded = ThoughtSignature.isNeededBy(model);
    }

    public List<Content> of(List<Content> contents) {
        var lastOfModel = lastOfModel(contents);
        if (lastOfModel < 0) {
            return contents;
        }
        var running = startOfRunningTurn(contents);
        var signed = new ArrayList<Content>(contents.size());
        var passed = new PlaceFinder();
        for (var i = 0; i < contents.size(); i++) {
            var content = contents.get(i);
            signed.add(
                    Content.MODEL.equals(content.role())
                            ? new Content(
                                    content.role(),
                                    model(content.partsOrNone(), passed.place(), isNeeded && i > running))
                            : content);
            if (i < lastOfModel) {
                passed.pass(content);
            }
        }
        return signed;
    }

    private static int lastOfModel(List<Content> contents) {
        var last = contents.size() - 1;
        while (last >= 0 && !Content.MODEL.equals(contents.get(last).role())) {
            last--;
        }
        return last;
    }

    /// The last thing a user said; what only brings results of tools does not count.
    private static int startOfRunningTurn(List<Content> contents) {
        for (var i = contents.size() - 1; i >= 0; i--) {
            var content = contents.get(i);
            if (!Content.MODEL.equals(content.role())
                    && content.partsOrNone().stream().anyMatch(part -> part.functionResponse() == null)) {
                return i;
            }
        }
        return -1;
    }

    private List<Part> model(List<Part> parts, Place place, boolean isRunning) {
        var signed = new ArrayList<Part>(parts.size() + 1);
        signed.addAll(texts(parts, place));
        var isFirst = true;
        for (var part : parts) {
            if (part.functionCall() != null) {
                signed.add(call(part, place, isFirst, isFirst && isRunning));
                isFirst = false;
            }
        }
        return signed;
    }

    private Part call(Part part, Place place, boolean isFirst, boolean mustBeSigned) {
        var call = Objects.requireNonNull(part.functionCall());
        if (part.thoughtSignature() != null) {
            return part;
        }
        return signatures
                .recall(Objects.requireNonNullElse(call.id(), ""), call)
                .or(() -> isFirst ? signatures.recall(place, call) : Optional.empty())
                .map(part::signed)
                .orElseGet(() -> mustBeSigned ? part.signed(ThoughtSignature.SKIP) : part);
    }

    /// All but the calls. A text is cut where the signature began and ended; an empty part is what Google sent, too.
    private List<Part> texts(List<Part> parts, Place place) {
        var others = parts.stream().anyMatch(part -> part.functionCall() != null)
                ? parts.stream().filter(part -> part.functionCall() == null).toList()
                : parts;
        if (others.isEmpty() || others.stream().anyMatch(part -> part.text() == null)) {
            return others;
        }
        var text = others.size() == 1
                ? Objects.requireNonNull(others.getFirst().text())
                : others.stream().map(Part::text).collect(Collectors.joining());
        return signatures
                .recallText(place, text)
                .map(signed -> cut(text, signed))
                .orElse(others);
    }

    private static List<Part> cut(String text, Signatures.SignedText signed) {
        var parts = new ArrayList<Part>(3);
        if (signed.from() > 0) {
            parts.add(Part.ofText(text.substring(0, signed.from())));
        }
        parts.add(Part.ofText(text.substring(signed.from(), signed.to())).signed(signed.signature()));
        if (signed.to() < text.length()) {
            parts.add(Part.ofText(text.substring(signed.to())));
        }
        return parts;
    }
}
