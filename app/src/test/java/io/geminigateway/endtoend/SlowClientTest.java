package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Reaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowClientTest {
    private static final int EVENTS = 4000;

    @TempDir
    private Path home;

    @Test
    void aClientThatDoesNotReadHoldsUpGoogleAndNobodyElse() throws Exception {
        try (var rig = Rig.withKeys(home, "a");
                var socket = new Socket()) {
            // About 40 MB: more than all the buffers on the way can hold.
            var chunks = new ArrayList<>(Collections.nCopies(EVENTS - 1, chunk(10_000, "")));
            chunks.add(chunk(10_000, ",\"finishReason\":\"STOP\""));
            rig.google().next(Reaction.chunks(chunks));
            socket.setReceiveBufferSize(16 << 10);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), rig.port()));
            socket.getOutputStream().write(request(Rig.question("hello", true)));
            var call = rig.google().ledger().await(entry -> entry.eventsSent() > 0, Duration.ofSeconds(5));

            var stoppedAt = standstill(call);

            assertThat(stoppedAt).isLessThan(EVENTS);
            assertThat(rig.ask("echo: still here").body()).contains("still here");

            var read = readAll(socket);

            assertThat(read).isGreaterThan(EVENTS * 10_000L);
            assertThat(call.end()).isEqualTo(Entry.End.ANSWERED);
            assertThat(call.eventsSent()).isEqualTo(EVENTS);
        }
    }

    /// The number of events sent when it has not grown for half a second.
    private static int standstill(Entry call) throws InterruptedException {
        var last = -1;
        while (last != call.eventsSent()) {
            last = call.eventsSent();
            Thread.sleep(500);
        }
        return last;
    }

    private static long readAll(Socket socket) throws IOException {
        var buffer = new byte[64 << 10];
        var total = 0L;
        var tail = "";
        while (!tail.endsWith("0\r\n\r\n")) { // the end of a chunked body
            var count = socket.getInputStream().read(buffer);
            if (count < 0) {
                break;
            }
            total += count;
            tail = (tail + new String(buffer, Math.max(0, count - 8), Math.min(8, count), StandardCharsets.ISO_8859_1));
            tail = tail.substring(Math.max(0, tail.length() - 8));
        }
        return total;
    }

    private static String chunk(int length, String finish) {
        return """
                {"candidates":[{"content":{"role":"model","parts":[{"text":"%s"}]}%s}]}""".formatted("x".repeat(length), finish);
    }

    private static byte[] request(String body) {
        return ("POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
