package io.geminigateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.ErrorAnswer;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private final Dialect dialect = new Dialect() {
        @Override
        public DialectCall read(byte[] body) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public ErrorAnswer error(Failure failure) {
            throw new IllegalStateException("not asked for");
        }
    };
    private final RouteTable routes = new RouteTable(List.of(
            route(HttpMethod.POST, "/chat/completions"),
            route(HttpMethod.GET, "/models"),
            route(HttpMethod.GET, "/models/*")));

    @Test
    void aPathFindsItsRouteHoweverTheBaseUrlIsTyped() {
        assertThat(routes.find(HttpMethod.POST, "/v1/v1/chat/completions/").resource())
                .isEqualTo("/chat/completions");
    }

    @Test
    void anIdBelowAPathMayHoldSlashes() {
        assertThat(routes.find(HttpMethod.GET, "/v1/models/google/gemini-3.8-flash")
                        .resource())
                .isEqualTo("/models/*");
    }

    @Test
    void whatCanBeReadCanBeAskedForItsHead() {
        assertThat(routes.find(HttpMethod.HEAD, "/v1/models").resource()).isEqualTo("/models");
    }

    @Test
    void anUnknownPathIsNotFound() {
        assertThatThrownBy(() -> routes.find(HttpMethod.GET, "/v1/nothing"))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        thrown -> assertThat(thrown.failure()).isInstanceOf(Failure.NotFound.class));
    }

    @Test
    void aWrongMethodLearnsTheRightOnes() {
        assertThatThrownBy(() -> routes.find(HttpMethod.GET, "/v1/chat/completions"))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        thrown -> assertThat(thrown.failure())
                                .isInstanceOfSatisfying(
                                        Failure.MethodNotAllowed.class,
                                        failure -> assertThat(failure.allowed()).isEqualTo("POST")));
    }

    private Route route(HttpMethod method, String resource) {
        return new Route(method, resource, dialect, false, new Endpoint.Head(_ -> {}));
    }
}
