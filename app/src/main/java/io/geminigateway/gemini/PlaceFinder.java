package io.geminigateway.gemini;

import java.util.Optional;

/// Goes through a conversation from its beginning, and tells what place it has come to. Reads every turn once, however
/// often it is asked. One thread at a time.
final class PlaceFinder {
    private final Fingerprint passed = new Fingerprint().word(Place.START.value());
    private boolean begun;

    void pass(Content content) {
        begun = true;
        passed.word(Optional.ofNullable(content.role()).orElse(Content.USER));
        for (var part : content.partsOrNone()) {
            add(part);
        }
        passed.end();
    }

    Place place() {
        return begun ? new Place(passed.soFar()) : Place.START;
    }

    /// Texts in a row are one text: a signature may have split them.
    private void add(Part part) {
        if (part.text() != null) {
            passed.text(part.text());
        } else if (part.functionCall() != null) {
            passed.end().word("call").word(Signatures.identity(part.functionCall()));
        } else if (part.inlineData() != null) {
            var data = part.inlineData().data();
            passed.end().word("media").word(data == null ? "" : Integer.toString(data.length()));
        } else if (part.fileData() != null) {
            passed.end().word("file").word(part.fileData());
        } else if (part.functionResponse() != null) {
            passed.end().word("result");
        }
    }
}
