package io.geminigateway.gemini;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Listens to the text of one answer, and remembers the signature on it, if there is one. The last one counts.
public final class TextSignature {
    private final Signatures signatures;
    private final Place place;
    private final Fingerprint text = new Fingerprint();
    private int length;
    private Signatures.@Nullable SignedText signed;

    public TextSignature(Signatures signatures, Place place) {
        this.signatures = signatures;
        this.place = place;
    }

    public void heard(String piece, @Nullable String signature) {
        text.text(piece);
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
        signatures.remember(place, text.take(), signed);
        return Optional.of(signed.signature());
    }
}
