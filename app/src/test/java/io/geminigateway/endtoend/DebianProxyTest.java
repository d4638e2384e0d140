package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Behind the proxies that people run. What is not installed is skipped; `.ci/run` installs them all.
class DebianProxyTest {
    private final Simulator google = Simulator.start();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        google.close();
    }

    @ParameterizedTest
    @EnumSource
    void refreshDiscoveryAndHttp2CallsAllGoThrough(DebianProxy.Kind kind) throws IOException {
        assumeTrue(kind.isInstalled());
        var login = new JsonObject(google.account("a").withoutProject().loginFile(Duration.ofMinutes(-5)));
        login.remove("projectId");
        try (var proxy = DebianProxy.start(kind, Files.createDirectory(folder.resolve("proxy")))) {
            try (var rig = Rig.with(folder, google, Map.of("a.json", login.encode()), settings(proxy.url()))) {
                assertThat(Told.streamed(rig.stream("echo: hello")).text()).isEqualTo("hello");
                assertThat(Told.whole(rig.ask("echo: hello")).text()).isEqualTo("hello");
            }

            assertThat(google.ledger().entries())
                    .extracting(Entry::kind)
                    .contains(Entry.Kind.TOKEN_REFRESH, Entry.Kind.LOAD_CODE_ASSIST, Entry.Kind.STREAM);
            assertThat(google.ledger().entries())
                    .filteredOn(call -> call.service() == Entry.Service.CODE_ASSIST)
                    .allMatch(call -> call.protocol().equals("HTTP/2"));
            Rig.until(() -> proxy.log().contains("localhost")); // some write it when the tunnel closes
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutItTheClientIsToldAndNothingGoesAround(DebianProxy.Kind kind) throws IOException {
        assumeTrue(kind.isInstalled());
        var accounts = Map.of("a.json", google.account("a").apiKeyFile());
        try (var proxy = DebianProxy.start(kind, Files.createDirectory(folder.resolve("proxy")));
                var rig = Rig.with(folder, google, accounts, settings(proxy.url()))) {
            assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);
            var before = google.ledger().entries().size();

            proxy.stop();
            var answer = rig.ask("echo: hello");

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("Google could not be reached through the proxy.");
            assertThat(google.ledger().entries()).hasSize(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordOpensNoWay(DebianProxy.Kind kind) throws IOException {
        assumeTrue(kind.isInstalled());
        var accounts = Map.of("a.json", google.account("a").apiKeyFile());
        try (var proxy = DebianProxy.start(kind, Files.createDirectory(folder.resolve("proxy")));
                var rig =
                        Rig.with(folder, google, accounts, settings(proxy.url().replace("hush", "wrong")))) {

            assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(502);

            assertThat(google.ledger().entries()).isEmpty();
        }
    }

    private Map<String, String> settings(String proxy) {
        var base = google.https().toString();
        var settings = new HashMap<>(Map.of(
                "GEMINI_API_ENDPOINT", base,
                "CODE_ASSIST_ENDPOINT", base,
                "VERTEX_ENDPOINT", base,
                "UPSTREAM_CA_FILE", google.caFile().toString()));
        settings.put("OAUTH_TOKEN_ENDPOINT", base + google.tokenEndpoint().getPath());
        settings.put("PROXY", proxy);
        return settings;
    }
}
