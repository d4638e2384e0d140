package io.geminigateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Backend;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Reaction;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleUpstreamTest {
    private static final String SAID = "One two three four five six seven eight nine ten.";

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GEMINI_API, true, false", "GEMINI_API, false, false", "GEMINI_API, true, true", "GEMINI_API, false, true",
        "VERTEX, true, false", "VERTEX, false, true", "CODE_ASSIST, true, true", "CODE_ASSIST, false, false"
    })
    void everyBackendAnswersOverHttpAndTls(Backend backend, boolean streaming, boolean tls) {
        var account = backend == Backend.GEMINI_API ? rig.keyAccount() : rig.login(backend);
        rig.authorizer.token(rig.liveToken());
        if (tls) {
            rig.overTls();
        }

        var heard = rig.ask(account, streaming);

        assertThat(heard.failure()).isEqualTo("ended");
        assertThat(heard.text()).isEqualTo(SAID);
        assertThat(heard.log()).startsWith("event").endsWith("ended");
        assertThat(entry().protocol()).isEqualTo(tls ? "HTTP/2" : "HTTP/1.1");
    }

    @Test
    void theRequestGoesOutAsItIsWithOneCredentialInOneHeader() {
        rig.stream().failure();

        var entry = entry();
        assertThat(entry.path()).isEqualTo("/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse");
        assertThat(entry.body()).isEqualTo(new String(Rig.PROMPT, UTF_8));
        assertThat(entry.header("x-goog-api-key")).contains(rig.ada.key());
        assertThat(entry.header("user-agent")).contains("gemini-gateway/test");
        assertThat(entry.header("content-type")).contains("application/json");
        assertThat(entry.headers().keySet().stream().map(String::toLowerCase))
                .doesNotContain("authorization", "accept-encoding", "x-goog-user-project");
    }

    @Test
    void codeAssistGetsItsEnvelopeAndItsOwnName() {
        rig.authorizer.token(rig.liveToken());
        var call = new GeminiCall(
                "re\"q", new ModelName("gemini-3.5-flash"), Method.STREAM_GENERATE_CONTENT, Rig.PROMPT, "");

        var heard = new Heard();
        rig.send(call, rig.login(Backend.CODE_ASSIST), heard);
        heard.failure();

        assertThat(entry().path()).isEqualTo("/v1internal:streamGenerateContent?alt=sse");
        assertThat(entry().header("x-goog-user-project")).isEmpty();
        assertThat(new JsonObject(entry().body()))
                .isEqualTo(new JsonObject()
                        .put("model", "gemini-3-flash")
                        .put("project", rig.ada.projectId())
                        .put("user_prompt_id", "re-q")
                        .put("request", new JsonObject(new String(Rig.PROMPT, UTF_8))));
    }

    @Test
    void vertexNamesProjectAndLocationInThePath() {
        rig.authorizer.token(rig.liveToken());

        assertThat(rig.ask(rig.login(Backend.VERTEX), false).failure()).isEqualTo("ended");

        assertThat(entry().path())
                .isEqualTo(
                        "/v1/projects/sim-ada/locations/global/publishers/google/models/gemini-2.5-flash:generateContent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/prefix", "/deep/prefix/"})
    void aPathPrefixIsKept(String prefix) {
        rig.at(URI.create(rig.google.http() + prefix));

        assertThat(rig.stream().failure()).isEqualTo("ended");

        assertThat(entry().path()).startsWith(prefix + (prefix.endsWith("/") ? "" : "/") + "v1beta/");
    }

    @Test
    void theSinkHearsNothingBeforeTheCallHasReturned() {
        rig.authorizer.gives(() -> Future.failedFuture(new IllegalStateException("at once")));
        var heard = new Heard();

        var overAlready = rig.onReadyLoop(() -> {
            rig.sendHere(rig.login(Backend.VERTEX), heard);
            return heard.isOver();
        });

        assertThat(overAlready).isFalse();
        assertThat(heard.failure()).isEqualTo("upstream_connect");
    }

    @Test
    void connectionsAreUsedAgain() {
        for (var i = 0; i < 5; i++) {
            assertThat(rig.stream().failure()).isEqualTo("ended");
        }

        assertThat(rig.google.ledger().entries()).hasSize(5);
    }

    @Test
    void manyStreamsShareTheConnectionsOfOneLoop() {
        rig.overTls();

        var heard = IntStream.range(0, 150).mapToObj(_ -> rig.stream()).toList();

        assertThat(heard).allSatisfy(one -> {
            assertThat(one.failure()).isEqualTo("ended");
            assertThat(one.text()).isEqualTo(SAID);
        });
    }

    @Test
    void usageAfterTheFinishIsStillTold() {
        rig.ada.next(Reaction.chunks(List.of(
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"hi\"}]},\"finishReason\":\"STOP\"}]}",
                "{\"usageMetadata\":{\"totalTokenCount\":7}}")));

        var heard = rig.stream();

        assertThat(heard.failure()).isEqualTo("ended");
        assertThat(heard.events().getLast().response().usageMetadata()).isNotNull();
    }

    private Entry entry() {
        return rig.google.ledger().entries().getLast();
    }
}
