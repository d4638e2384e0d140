package io.geminigateway.gemini;

/// What there is to know about the opaque `thoughtSignature` of a part.
public final class ThoughtSignature {
    /// Makes Google skip its check: documented for calls that no Gemini made. Costs quality; the last resort.
    public static final String SKIP = "skip_thought_signature_validator";

    private ThoughtSignature() {}

    /// Whether the model refuses the calls of the running turn without one: all since Gemini 3 do.
    public static boolean isNeededBy(ModelName model) {
        var name = model.value();
        return !name.startsWith("gemini-1") && !name.startsWith("gemini-2") && !name.startsWith("gemma");
    }
}
