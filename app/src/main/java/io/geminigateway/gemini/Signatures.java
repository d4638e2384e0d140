package io.geminigateway.gemini;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The signatures of one model's answers, found again by what they signed: a call by its id and content, or
/// by its place and content where the id got lost; a text by its place and content. A signature of another
/// model, or of a call that was changed, is never found.
public final class Signatures {
    private static final Pattern SIGNED_TEXT = Pattern.compile("([0-9]{1,9}):([0-9]{1,9}):(.+)");

    /// Which characters of an answer's text the signature stands on; both the same for a part without any.
    public record SignedText(int from, int to, String signature) {}

    private final SignatureStore store;
    private final ModelName model;

    public Signatures(SignatureStore store, ModelName model) {
        this.store = store;
        this.model = model;
    }

    /// A call is told to the client under `id`.
    public void remember(String id, FunctionCall call, Place place, String signature) {
        store.remember(key("id", id, identity(call)), signature);
        store.remember(key("place", place.value(), identity(call)), signature);
    }

    public Optional<String> recall(String id, FunctionCall call) {
        return store.recall(key("id", id, identity(call)));
    }

    public Optional<String> recall(Place place, FunctionCall call) {
        return store.recall(key("place", place.value(), identity(call)));
    }

    /// `text` is the digest of all the text of an answer.
    public void remember(Place place, String text, SignedText signed) {
        store.remember(key("text", place.value(), text), signed.from() + ":" + signed.to() + ":" + signed.signature());
    }

    public Optional<SignedText> recallText(Place place, String text) {
        return store.recall(key("text", place.value(), digest(text)))
                .map(SIGNED_TEXT::matcher)
                .filter(Matcher::matches)
                .map(found -> new SignedText(
                        Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)), found.group(3)))
                .filter(signed -> signed.from() <= signed.to() && signed.to() <= text.length());
    }

    static String identity(FunctionCall call) {
        var args = call.args() == null ? "{}" : CanonicalJson.of(call.args());
        return Optional.ofNullable(call.name()).orElse("") + " " + args;
    }

    private static String digest(String text) {
        return new Fingerprint().text(text).take();
    }

    private String key(String kind, String where, String what) {
        return new Fingerprint()
                .word(kind)
                .word(model.value())
                .word(where)
                .word(what)
                .take();
    }
}
