package io.geminigateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StaleConnectionTest {
    private static final String BODY =
            "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"hi\"}]},\"finishReason\":\"STOP\"}]}";

    private final Rig rig = new Rig();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aConnectionThatDiedUnusedIsReplacedWithoutAWord() {
        listen(1);

        assertThat(rig.ask(rig.keyAccount(), false).failure()).isEqualTo("ended");
        assertThat(rig.ask(rig.keyAccount(), false).failure()).isEqualTo("ended");

        assertThat(connections).hasValue(2);
        assertThat(requests).hasValue(3);
    }

    @Test
    void aFreshConnectionThatDiesIsAFailure() {
        listen(0);

        assertThat(rig.ask(rig.keyAccount(), false).failure()).isEqualTo("upstream_reset");

        assertThat(requests).hasValue(1);
    }

    /// A server that answers so many requests on a connection and closes it at the next.
    private void listen(int answers) {
        var server = rig.vertx.createNetServer().connectHandler(socket -> serve(socket, answers));
        rig.at(URI.create("http://127.0.0.1:" + port(server)));
    }

    private void serve(NetSocket socket, int answers) {
        connections.incrementAndGet();
        var served = new AtomicInteger();
        socket.handler(_ -> {
            requests.incrementAndGet();
            if (served.getAndIncrement() < answers) {
                socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + BODY.length()
                        + "\r\n\r\n" + BODY);
            } else {
                socket.close();
            }
        });
    }

    private static int port(NetServer server) {
        return server.listen(0, "127.0.0.1").await().actualPort();
    }
}
