package io.geminigateway.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.anthropic.messages.Messages;
import io.geminigateway.dialect.Head;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicTest {
    private final Anthropic anthropic = new Messages(ModelCatalog.bundled(), SignatureStore.none(), false);

    @ParameterizedTest
    @ValueSource(strings = {"/messages", "/messages/count_tokens", "/messages/batches", "/skills/a", "/complete"})
    void pathsThatNobodyElseHasAreAnthropics(String resource) {
        assertThat(anthropic.claims(new Head("/v1" + resource, resource, "", _ -> null)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2023-06-01", "2026-10-21", "2099-01-01", "x"})
    void theVersionHeaderTellsAnthropicsClientsWhateverItSays(String version) {
        var head = new Head("/v1/models", "/models", "", name -> name.equals("anthropic-version") ? version : null);

        assertThat(anthropic.claims(head)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/models", "/files", "/chat/completions", "/messagesx"})
    void whatIsNotSurelyAnthropicsIsNot(String resource) {
        assertThat(anthropic.claims(new Head("/v1" + resource, resource, "", _ -> null)))
                .isFalse();
    }
}
