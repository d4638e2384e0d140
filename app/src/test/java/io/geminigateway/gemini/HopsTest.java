package io.geminigateway.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class HopsTest {
    private final Hops hops = new Hops("{\"contents\":[]}".getBytes(UTF_8));

    @Test
    void anAnswerThatEndsHasNoNextHop() {
        hops.heard(event("STOP", "\"continuationToken\":\"t\",", 1));

        assertThat(hops.next()).isEmpty();
    }

    @Test
    void withoutATokenThereIsNoGoingOn() {
        hops.heard(event("CONTINUATION", "", 1));

        assertThat(hops.next()).isEmpty();
    }

    @Test
    void theNextHopIsTheSameRequestWithTheToken() {
        hops.heard(event("CONTINUATION", "\"continuationToken\":\"t1\",", 1));

        assertThat(hops.next().map(body -> new String(body, UTF_8)))
                .contains("{\"contents\":[],\"continuationToken\":\"t1\"}");
        assertThat(hops.next()).isEmpty();
    }

    @Test
    void usageAddsUpOverTheHopsAndThePromptCountsOnce() {
        hops.heard(event("CONTINUATION", "\"continuationToken\":\"t1\",", 10));
        hops.next();

        var usage = Objects.requireNonNull(
                hops.heard(event("STOP", "", 5)).response().usageMetadata());

        assertThat(usage.promptTokenCount()).isEqualTo(3);
        assertThat(usage.candidatesTokenCount()).isEqualTo(15);
        assertThat(usage.totalTokenCount()).isEqualTo(18);
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() {
        var made = 1;
        hops.heard(event("CONTINUATION", "\"continuationToken\":\"t\",", 1));
        while (made < 100 && hops.next().isPresent()) {
            made++;
            hops.heard(event("CONTINUATION", "\"continuationToken\":\"t\",", 1));
        }

        assertThat(made).isEqualTo(16);
    }

    private static GeminiEvent event(String reason, String token, int said) {
        var json = """
            {"candidates":[{%s"finishReason":"%s"}],
             "usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":%d}}\
            """.formatted(token, reason, said);
        return ((Reading.Event) new GeminiJson().read(json.getBytes(UTF_8))).event();
    }
}
