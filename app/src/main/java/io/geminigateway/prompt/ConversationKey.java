package io.geminigateway.prompt;

import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.GenerateContentRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the turns of one conversation have in common, so that they are drawn to one account: Google may still have the
/// beginning of the prompt in its cache there. Two that share a key by chance lose nothing.
public final class ConversationKey {
    private ConversationKey() {}

    /// The client's own word for it; `kind` keeps words of different fields apart. Empty if it says nothing.
    public static Optional<String> ofWord(char kind, @Nullable String word) {
        return word == null || word.isEmpty() ? Optional.empty() : Optional.of(key(kind, word.hashCode(), 0));
    }

    /// How the conversation began.
    public static String ofBeginning(GenerateContentRequest request) {
        var first = request.contents().stream()
                .filter(content -> Content.USER.equals(content.role()))
                .findFirst();
        return key('b', Objects.hashCode(request.systemInstruction()), Objects.hashCode(first.orElse(null)));
    }

    /// Short, however long the client's words are.
    private static String key(char kind, int one, int other) {
        return kind + Integer.toHexString(one) + '-' + Integer.toHexString(other);
    }
}
