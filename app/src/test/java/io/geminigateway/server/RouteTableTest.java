package io.geminigateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.ErrorAnswer;
import io.geminigateway.dialect.Family;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    /// Claims what is said in its language.
    private record Speaker(String language) implements Dialect {
        @Override
        public Family family() {
            return Family.OPENAI;
        }

        @Override
        public boolean claims(Head head) {
            return head.header("language").filter(language::equals).isPresent();
        }

        @Override
        public DialectCall read(Inbound request) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public ErrorAnswer error(Failure failure) {
            throw new IllegalStateException("not asked for");
        }
    }

    private final RouteTable routes = new RouteTable(List.of(
            route(HttpMethod.POST, "/chat/completions"),
            route(HttpMethod.GET, "/models"),
            route(HttpMethod.GET, "/models/*")));

    @Test
    void aPathFindsItsRouteHoweverTheBaseUrlIsTyped() {
        assertThat(routes.find(HttpMethod.POST, head("/v1/v1/chat/completions/"))
                        .resource())
                .isEqualTo("/chat/completions");
    }

    @Test
    void anIdBelowAPathMayHoldSlashes() {
        assertThat(routes.find(HttpMethod.GET, head("/v1/models/google/gemini-3.8-flash"))
                        .resource())
                .isEqualTo("/models/*");
    }

    @Test
    void whatCanBeReadCanBeAskedForItsHead() {
        assertThat(routes.find(HttpMethod.HEAD, head("/v1/models")).resource()).isEqualTo("/models");
    }

    @Test
    void anUnknownPathIsNotFound() {
        assertThatThrownBy(() -> routes.find(HttpMethod.GET, head("/v1/nothing")))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        thrown -> assertThat(thrown.failure()).isInstanceOf(Failure.NotFound.class));
    }

    @Test
    void aWrongMethodLearnsTheRightOnes() {
        assertThatThrownBy(() -> routes.find(HttpMethod.GET, head("/v1/chat/completions")))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        thrown -> assertThat(thrown.failure())
                                .isInstanceOfSatisfying(
                                        Failure.MethodNotAllowed.class,
                                        failure -> assertThat(failure.allowed()).isEqualTo("POST")));
    }

    @Test
    void aSharedPathBelongsToTheFirstWhoClaimsTheRequest() {
        var shared = new RouteTable(List.of(
                new Route(HttpMethod.GET, "/models", new Speaker("b"), false, new Endpoint.Head(_ -> {})),
                new Route(HttpMethod.GET, "/models", new Speaker("a"), false, new Endpoint.Head(_ -> {}))));

        assertThat(shared.find(HttpMethod.GET, spoken("a")).dialect()).isEqualTo(new Speaker("a"));
        assertThat(shared.find(HttpMethod.GET, spoken("b")).dialect()).isEqualTo(new Speaker("b"));
        assertThat(shared.find(HttpMethod.GET, spoken("c")).dialect())
                .as("else the last")
                .isEqualTo(new Speaker("a"));
    }

    private static Head head(String path) {
        return new Head(path, Resource.of(path), "", _ -> null);
    }

    private static Head spoken(String language) {
        return new Head("/models", "/models", "", _ -> language);
    }

    private Route route(HttpMethod method, String resource) {
        return new Route(method, resource, new Speaker("any"), false, new Endpoint.Head(_ -> {}));
    }
}
