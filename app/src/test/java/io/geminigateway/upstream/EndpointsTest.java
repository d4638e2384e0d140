package io.geminigateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geminigateway.telemetry.Destination;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    @ParameterizedTest
    @CsvSource({
        "global, aiplatform.googleapis.com",
        "us, aiplatform.us.rep.googleapis.com",
        "eu, aiplatform.eu.rep.googleapis.com",
        "europe-west4, europe-west4-aiplatform.googleapis.com"
    })
    void eachLocationHasItsHost(String location, String host) {
        assertThat(Endpoints.GOOGLE.vertexEndpoint(location))
                .isEqualTo(new Endpoint(true, new Destination(host, 443), "", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/", "a@b", "", "US", "x.y"})
    void aLocationThatIsNoneBecomesNoHost(String location) {
        assertThatThrownBy(() -> Endpoints.GOOGLE.vertexEndpoint(location)).isInstanceOf(RefusedException.class);
    }

    @Test
    void oneUriReplacesAllHostsOfVertex() {
        var endpoints = Endpoints.allAt(URI.create("http://localhost:8080/google/"));

        assertThat(endpoints.vertexEndpoint("eu"))
                .isEqualTo(new Endpoint(false, new Destination("localhost", 8080), "/google", null));
        assertThat(endpoints.geminiApiEndpoint()).isEqualTo(endpoints.codeAssistEndpoint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x", "x", "https:/x", "https://u:p@x", "https://x?key=1", "https://x#a"})
    void whatIsNoBaseIsRefusedByName(String base) {
        assertThatThrownBy(() -> Endpoints.allAt(URI.create(base)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("GEMINI_API_ENDPOINT: ")
                .hasMessageNotContaining("u:p");
    }
}
