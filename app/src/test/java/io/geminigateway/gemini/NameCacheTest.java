package io.geminigateway.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class NameCacheTest {
    private final NameCache names = new NameCache();

    @Test
    void everyWordIsItselfThoughAnotherMayHaveTakenItsSlot() {
        var words = new ArrayList<String>();
        for (var length = 0; length <= 100; length++) {
            for (var fill : new String[] {"a", "\0", "ä", "天"}) {
                var word = fill.repeat(length);
                words.add(word);
                words.add(word + "b");
                words.add("b" + word);
                words.add(word + "b" + word);
            }
        }

        for (var round = 0; round < 2; round++) {
            assertThat(words).allSatisfy(word -> assertThat(name(word, "")).isEqualTo(word));
            assertThat(words)
                    .allSatisfy(word -> assertThat(name(word, "\":12345678")).isEqualTo(word));
        }
    }

    @Test
    void aWordThatWasThereBeforeIsTheSameString() {
        var first = name("candidatesTokenCount", "\":1");

        assertThat(name("candidatesTokenCount", "\":2, \"x\":3")).isSameAs(first);
    }

    private String name(String word, String rest) {
        var bytes = word.getBytes(UTF_8);
        return names.name(("\"" + word + rest).getBytes(UTF_8), 1, bytes.length + 1);
    }
}
