package io.geminigateway.gemini;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Listens to the text of one answer, and remembers the signature on it, if there is one. The last one counts. Most
/// answers are one piece without a signature: those are never fingerprinted.
public final class TextSignature {
    private final Signatures signatures;
    private final Place place;
    private String first = "";
    private @Nullable Fingerprint text;
    private int length;
    private Signatures.@Nullable SignedText signed;

    public TextSignature(Signatures signatures, Place place) {
        this.signatures = signatures;
        this.place = place;
    }

    public void heard(String piece, @Nullable String signature) {
        add(piece);
        if (signature != null) {
            signed = new Signatures.SignedText(length, length + piece.length(), signature);
        }
        length += piece.length();
    }

    /// The signature, once the whole text was heard. A signature on nothing at all is none.
    public Optional<String> end() {
        if (signed == null || length == 0) {
            return Optional.empty();
        }
        signatures.remember(place, (text == null ? begun() : text).take(), signed);
        return Optional.of(signed.signature());
    }

    private void add(String piece) {
        if (length == 0) {
            first = piece;
            return;
        }
        if (text == null) {
            text = begun();
            first = "";
        }
        text.text(piece);
    }

    private Fingerprint begun() {
        return new Fingerprint().text(first);
    }
}
