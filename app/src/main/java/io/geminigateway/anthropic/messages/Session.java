package io.geminigateway.anthropic.messages;

import io.geminigateway.dialect.Head;
import io.geminigateway.gemini.GenerateContentRequest;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.prompt.ConversationKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which conversation a request belongs to: Claude Code names its session in a header and inside `metadata.user_id`.
final class Session {
    private static final String HEADER = "x-claude-code-session-id";

    private Session() {}

    /// The client's own word for it, the most exact first; else how the conversation began.
    static String key(MessagesRequest request, Head head, GenerateContentRequest translated) {
        var user = request.metadata() == null ? null : request.metadata().userId();
        return ConversationKey.ofWord('s', head.header(HEADER).orElse(null))
                .or(() -> ConversationKey.ofWord('s', sessionOf(user).orElse(null)))
                .or(() -> ConversationKey.ofWord('u', user))
                .orElseGet(() -> ConversationKey.ofBeginning(translated));
    }

    private static Optional<String> sessionOf(@Nullable String user) {
        if (user == null || !user.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return JsonValue.parse(user)
                    .asObject()
                    .flatMap(members -> Optional.ofNullable(members.get("session_id")))
                    .flatMap(JsonValue::asText);
        } catch (MalformedJsonException justAName) {
            return Optional.empty();
        }
    }
}
