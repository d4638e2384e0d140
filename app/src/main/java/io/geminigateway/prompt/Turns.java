package io.geminigateway.prompt;

import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.Part;
import java.util.ArrayList;
import java.util.List;

/// Collects what was said into turns: whoever speaks twice in a row has one turn, the user has the first one, and no
/// turn is empty. Results of tools are a turn of their own: what a user says beside them would end the model's.
public final class Turns {
    private static final Part SILENCE = Part.ofText(" ");

    private record Turn(String role, boolean isResults, List<Part> parts) {}

    private final List<Turn> turns = new ArrayList<>();

    public void user(List<Part> parts) {
        add(Content.USER, false, parts);
    }

    /// No results are no turn.
    public void results(List<Part> parts) {
        if (!parts.isEmpty()) {
            add(Content.USER, true, parts);
        }
    }

    /// A model that said nothing had no turn.
    public void model(List<Part> parts) {
        if (!parts.isEmpty()) {
            add(Content.MODEL, false, parts);
        }
    }

    public boolean isEmpty() {
        return turns.isEmpty();
    }

    public List<Content> contents() {
        var contents = new ArrayList<Content>(turns.size() + 1);
        if (turns.getFirst().role().equals(Content.MODEL)) {
            contents.add(new Content(Content.USER, List.of(SILENCE)));
        }
        for (var turn : turns) {
            contents.add(new Content(turn.role(), turn.parts().isEmpty() ? List.of(SILENCE) : turn.parts()));
        }
        return contents;
    }

    private void add(String role, boolean isResults, List<Part> parts) {
        if (isEmpty() || !turns.getLast().role().equals(role) || turns.getLast().isResults() != isResults) {
            turns.add(new Turn(role, isResults, new ArrayList<>()));
        }
        turns.getLast().parts().addAll(parts);
    }
}
