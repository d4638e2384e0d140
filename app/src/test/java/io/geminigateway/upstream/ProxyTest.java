package io.geminigateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
    private final Rig rig = new Rig();
    private final NetClient onward = rig.vertx.createNetClient();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void everythingGoesThroughTheTunnelOfTheProxy() {
        var port = rig.vertx
                .createNetServer()
                .connectHandler(socket -> socket.handler(head -> tunnel(socket, head)))
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        rig.overTls()
                .with(before -> new UpstreamConfig(
                        before.endpoints(),
                        before.timeouts(),
                        before.caFile(),
                        URI.create("http://me:secret@127.0.0.1:" + port),
                        before.version()));

        assertThat(rig.stream().failure()).isEqualTo("ended");

        var credentials = Base64.getEncoder().encodeToString("me:secret".getBytes(UTF_8));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst())
                .startsWith("CONNECT localhost:" + rig.google.https().getPort())
                .containsIgnoringCase("proxy-authorization: Basic " + credentials)
                .doesNotContain(rig.ada.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://u:hush@x", "x", "http:/x"})
    void whatIsNoProxyIsRefusedByName(String proxy) {
        var before = UpstreamConfig.defaults("test");

        assertThatThrownBy(
                        () -> new UpstreamConfig(before.endpoints(), before.timeouts(), null, URI.create(proxy), "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("PROXY: ")
                .hasMessageNotContaining("hush");
    }

    @Test
    void theProxysPasswordIsNotPrinted() {
        var before = UpstreamConfig.defaults("test");
        var proxy = URI.create("http://me:hush@proxy:3128");

        var config = new UpstreamConfig(before.endpoints(), before.timeouts(), null, proxy, "1");

        assertThat(config.toString()).contains("proxy:3128").doesNotContain("hush");
    }

    private void tunnel(NetSocket client, Buffer head) {
        asked.add(head.toString());
        client.pause();
        onward.connect(rig.google.https().getPort(), "localhost").onSuccess(google -> {
            client.write("HTTP/1.1 200 OK\r\n\r\n");
            google.pipeTo(client);
            client.pipeTo(google);
        });
    }
}
