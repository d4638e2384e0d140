package io.geminigateway.gemini;

import java.util.List;
import java.util.Optional;

/// A place in a conversation: what was said before it, in short. Ids, signatures and the results of tools do not count,
/// so that the place stays what it is when a client tells the conversation again.
public record Place(String value) {
    public static final Place START = new Place("");

    /// The place after these turns.
    public static Place after(List<Content> contents) {
        var place = START;
        for (var content : contents) {
            place = place.after(content);
        }
        return place;
    }

    public Place after(Content content) {
        var print = new Fingerprint()
                .word(value)
                .word(Optional.ofNullable(content.role()).orElse(Content.USER));
        for (var part : content.partsOrNone()) {
            add(part, print);
        }
        return new Place(print.end().take());
    }

    /// Texts in a row are one text: a signature may have split them.
    private static void add(Part part, Fingerprint print) {
        if (part.text() != null) {
            print.text(part.text());
        } else if (part.functionCall() != null) {
            print.end().word("call").word(Signatures.identity(part.functionCall()));
        } else if (part.inlineData() != null) {
            var data = part.inlineData().data();
            print.end().word("media").word(data == null ? "" : Integer.toString(data.length()));
        } else if (part.fileData() != null) {
            print.end().word("file").word(part.fileData());
        } else if (part.functionResponse() != null) {
            print.end().word("result");
        }
    }
}
