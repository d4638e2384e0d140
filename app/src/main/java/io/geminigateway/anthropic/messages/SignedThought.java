package io.geminigateway.anthropic.messages;

import io.geminigateway.gemini.ModelName;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A signature of Gemini's on its way through a client, in the `signature` of a block of thinking: whose call it is on,
/// and which model gave it. Clients bring those blocks back as they were, but may leave some out or move them.
record SignedThought(String model, String callId, String signature) {
    private static final Pattern WRITTEN =
            Pattern.compile("gemini/([A-Za-z0-9._:@-]{1,128})/([A-Za-z0-9_-]{1,64})/([A-Za-z0-9+/_=-]{1,200000})");

    String written() {
        return "gemini/" + model + "/" + callId + "/" + signature;
    }

    /// Empty for what is none of ours: no signature, or one of Anthropic's or another gateway's.
    static Optional<SignedThought> of(@Nullable String written) {
        var matcher = WRITTEN.matcher(written == null ? "" : written);
        return matcher.matches()
                ? Optional.of(new SignedThought(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /// Another model's signature is worth nothing.
    boolean isOf(ModelName name) {
        return model.equals(name.value());
    }
}
