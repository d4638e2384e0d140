package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.GenerateContentRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the turns of one conversation have in common, so that they are drawn to one account: Google may still have the
/// beginning of the prompt in its cache there. Two that share a key by chance lose nothing.
final class ConversationKey {
    private ConversationKey() {}

    /// The client's own word for it, the most exact first; else how the conversation began.
    static String of(ChatRequest request, GenerateContentRequest translated) {
        if (says(request.promptCacheKey())) {
            return key('k', Objects.hashCode(request.promptCacheKey()), 0);
        }
        if (says(request.user())) {
            return key('u', Objects.hashCode(request.user()), 0);
        }
        if (says(request.safetyIdentifier())) {
            return key('s', Objects.hashCode(request.safetyIdentifier()), 0);
        }
        var first = translated.contents().stream()
                .filter(content -> Content.USER.equals(content.role()))
                .findFirst();
        return key('b', Objects.hashCode(translated.systemInstruction()), Objects.hashCode(first.orElse(null)));
    }

    private static boolean says(@Nullable String word) {
        return word != null && !word.isEmpty();
    }

    /// Short, however long the client's words are.
    private static String key(char kind, int one, int other) {
        return kind + Integer.toHexString(one) + '-' + Integer.toHexString(other);
    }
}
