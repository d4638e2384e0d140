package io.geminigateway.openai.responses;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.ModelName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// What stands in `encrypted_content` of a reasoning item: a thought signature, and what it signs: the call under
/// `callId`, or where that is empty the text before the item. To clients it is opaque; to us it says all that is needed
/// to put the signature back where it was, with no memory of the answer. What other models sealed is not opened.
record SealedSignature(String callId, String signature) {
    private static final String MARK = "gw1.";

    String sealed(ModelName model) {
        var content = JsonValue.Members.NONE
                .with("model", JsonValue.of(model.value()))
                .with("call", JsonValue.of(callId))
                .with("signature", JsonValue.of(signature))
                .toString();
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    /// Nothing for what no gateway wrote, or for another model.
    static Optional<SealedSignature> opened(String content, ModelName model) {
        if (!content.startsWith(MARK)) {
            return Optional.empty();
        }
        try {
            var json = JsonValue.parse(Base64.getUrlDecoder().decode(content.substring(MARK.length())));
            return json.asObject()
                    .map(members -> new InputItem(members, ""))
                    .filter(item -> item.text("model").equals(Optional.of(model.value())))
                    .map(item -> new SealedSignature(
                            item.text("call").orElse(""), item.text("signature").orElse("")));
        } catch (IllegalArgumentException | MalformedJsonException notOurs) {
            return Optional.empty();
        }
    }
}
