package io.geminigateway.gemini;

import java.util.List;

/// A place in a conversation: what was said before it, in short. Ids, signatures and the results of tools do not count,
/// so that the place stays what it is when a client tells the conversation again.
public record Place(String value) {
    public static final Place START = new Place("");

    /// The place after these turns.
    public static Place after(List<Content> contents) {
        var finder = new PlaceFinder();
        contents.forEach(finder::pass);
        return finder.place();
    }
}
