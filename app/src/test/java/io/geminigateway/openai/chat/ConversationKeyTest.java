package io.geminigateway.openai.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.RememberedSignatures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConversationKeyTest {
    private static final String BEGIN = """
            {"role":"system","content":"Be kind."},{"role":"user","content":"hello"}""";

    private final ChatCompletions chat = new ChatCompletions(ModelCatalog.bundled(), new RememberedSignatures());

    @Test
    void theTurnsOfAConversationShareAKey() {
        var first = key("", BEGIN);
        var later = key("", BEGIN + """
                ,{"role":"assistant","content":"Hi!"},{"role":"user","content":"and now?"}""");

        assertThat(later).isEqualTo(first).isNotEmpty();
    }

    @Test
    void conversationsThatBeganInAnotherWayHaveAnother() {
        assertThat(key("", BEGIN))
                .isNotEqualTo(key("", BEGIN.replace("hello", "good day")))
                .isNotEqualTo(key("", BEGIN.replace("kind", "brief")));
    }

    @Test
    void theClientsOwnWordWinsOverTheBeginning() {
        assertThat(key("\"prompt_cache_key\":\"7\",", BEGIN))
                .isEqualTo(key("\"prompt_cache_key\":\"7\",\"user\":\"ann\",", BEGIN.replace("hello", "good day")))
                .isNotEqualTo(key("\"user\":\"7\",", BEGIN));
        assertThat(key("\"user\":\"ann\",\"safety_identifier\":\"x\",", BEGIN))
                .isEqualTo(key("\"user\":\"ann\",", BEGIN))
                .isNotEqualTo(key("\"safety_identifier\":\"ann\",", BEGIN));
    }

    @Test
    void aKeyIsShortHoweverLongTheWord() {
        assertThat(key("\"user\":\"%s\",".formatted("x".repeat(100_000)), BEGIN))
                .hasSizeLessThan(20);
    }

    private String key(String fields, String messages) {
        var body = "{\"model\":\"gemini-3.8-flash\",%s\"messages\":[%s]}".formatted(fields, messages);
        return chat.read(body.getBytes(StandardCharsets.UTF_8)).conversation();
    }
}
