package io.geminigateway.gemini;

import java.util.ArrayList;

/// A request whose thought signatures are all the word that makes Google skip its check: in the place of each, and on
/// the first call of each turn that has none.
final class SkippedSignatures {
    private static final String SIGNATURE = "thoughtSignature";

    private SkippedSignatures() {}

    static byte[] in(byte[] request) {
        return RequestRepair.changed(
                RequestRepair.withoutSignatures(request),
                root -> RequestRepair.in(root, "contents", SkippedSignatures::signed));
    }

    private static JsonValue.Members signed(JsonValue.Members content) {
        if (!(content.get("parts") instanceof JsonValue.Elements(var all))) {
            return content;
        }
        var parts = new ArrayList<>(all);
        for (var i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof JsonValue.Members part && part.has("functionCall")) {
                parts.set(i, part.with(SIGNATURE, JsonValue.of(ThoughtSignature.SKIP)));
                return content.with("parts", new JsonValue.Elements(parts));
            }
        }
        return content;
    }
}
