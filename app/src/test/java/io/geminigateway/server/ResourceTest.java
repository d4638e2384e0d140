package io.geminigateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/chat/completions",
                "/chat/completions",
                "/v1/v1/chat/completions",
                "/v1/chat/completions/",
                "//v1//chat/completions//",
                "/v1/openai/chat/completions",
                "/v1beta/openai/chat/completions",
                "/v1/v1/v1/chat/completions",
                "/openai/v1/chat/completions",
                "/v1/chat/completions/chat/completions",
                "/v1/chat/completions/v1/chat/completions",
                "/openai/deployments/gemini-2.5-pro/chat/completions",
                "/deployments/gemini-2.5-pro/chat/completions",
                "/v1/openai/deployments/gemini-2.5-pro/chat/completions",
                "/v1/deployments/gemini-2.5-pro/chat/completions/"
            })
    void everyWayToTypeTheBaseUrlMeansTheSameResource(String path) {
        assertThat(Resource.of(path)).isEqualTo("/chat/completions");
    }

    @ParameterizedTest
    @CsvSource({
        "/,/",
        "/v1,/",
        "/v1/,/",
        "//,/",
        "/livez,/livez",
        "/v1x/models,/v1x/models",
        "/v1/v10,/v10",
        "/openai,/",
        "/openai/models,/models",
        "/v1/chat/completions/models,/models",
        "/v1/chat/completionsx/models,/chat/completionsx/models",
        "/v1beta/models,/models",
        "/v1alpha/models,/models",
        "/v1beta1/models,/models",
        "/v1beta2/models,/v1beta2/models",
        "/openais,/openais",
        "/deployments/x,/deployments/x"
    })
    void onlyWholeSegmentsAreTakenOff(String path, String resource) {
        assertThat(Resource.of(path)).isEqualTo(resource);
    }
}
