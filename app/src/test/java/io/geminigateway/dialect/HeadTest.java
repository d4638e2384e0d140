package io.geminigateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadTest {
    @Test
    void anIdMayArrivePercentEncoded() {
        assertThat(head("/models/google%2Fgemini+x", "").below("/models/")).isEqualTo("google/gemini+x");
        assertThat(head("/models/50%", "").below("/models/")).isEqualTo("50%");
    }

    @Test
    void theQueryHoldsParameters() {
        var head = head("/models", "alt=sse&key=a%2Fb+c&empty=&key=other&flag");

        assertThat(head.parameter("alt")).hasValue("sse");
        assertThat(head.parameter("key")).hasValue("a/b c");
        assertThat(head.parameter("empty")).hasValue("");
        assertThat(head.parameter("flag")).isEmpty();
        assertThat(head.parameter("ke")).isEmpty();
    }

    private static Head head(String resource, String query) {
        return new Head("/v1" + resource, resource, query, _ -> null);
    }
}
