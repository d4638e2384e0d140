package io.geminigateway.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Blob;
import io.geminigateway.gemini.Utf8;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class MediaFetcherTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
    private static final MediaLimits LIMITS = new MediaLimits(3, Duration.ofSeconds(1), 1000, 1500);

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() {
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .await();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private void answer(HttpServerRequest request) {
        asked.add(request.getHeader("host"));
        var response = request.response();
        switch (request.path()) {
            case "/cat.png" -> response.putHeader("content-type", "text/plain").end(Buffer.buffer(PNG));
            case "/page" -> response.putHeader("content-type", "text/html").end("<html>");
            case "/moved" ->
                response.setStatusCode(302).putHeader("location", "/cat.png").end();
            case "/large" -> response.end(Buffer.buffer(new byte[1001]));
            case "/half" -> response.putHeader("content-type", "image/gif").end(Buffer.buffer(new byte[800]));
            case "/never" -> response.setChunked(true).write("x");
            default -> response.setStatusCode(404).end();
        }
    }

    @Test
    void aPictureIsFetchedFromTheAddressThatWasChecked() {
        var cat = URI.create("https://cats.example/cat.png?x=1");

        var fetched = fetcher().fetch(Set.of(cat)).await();

        assertThat(fetched).containsEntry(cat, new Blob("image/png", Utf8.of("iVBORwECAw==")));
        assertThat(asked).hasSize(1).first().asString().startsWith("cats.example");
    }

    @ParameterizedTest
    @CsvSource({
        "https://cats.example/page, no picture",
        "https://cats.example/moved, status 302",
        "https://cats.example/gone, status 404",
        "https://cats.example/large, too large",
        "https://cats.example/never, too long",
        "https://unknown.example/cat.png, no such host",
        "http://cats.example/cat.png, https",
        "https://cats.example:8080/cat.png, port 443",
        "https://user:secret@cats.example/cat.png, no user",
        "https:///cat.png, https",
        "ftp://cats.example/cat.png, https"
    })
    void whatIsNoPictureToTakeIsRefused(String address, String why) {
        assertThatThrownBy(() -> fetcher().fetch(Set.of(URI.create(address))).await())
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret");
    }

    @Test
    void allMediaOfARequestShareOneLimit() {
        var two = Set.of(URI.create("https://cats.example/half"), URI.create("https://cats.example/half?again"));

        assertThatThrownBy(() -> fetcher().fetch(two).await()).hasMessageContaining("too large");
    }

    @Test
    void tooManyAddressesAreNotFetched() {
        var four = IntStream.range(0, 4)
                .mapToObj(i -> URI.create("https://cats.example/cat.png?" + i))
                .collect(Collectors.toSet());

        assertThatThrownBy(() -> fetcher().fetch(four).await()).hasMessageContaining("at most 3");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://127.1/",
                "https://localhost/",
                "https://localhost./",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/x.png",
                "https://[fd00:ec2::254]/",
                "https://0.0.0.0/"
            })
    void theOperatorsOwnNetworkIsNeverConnectedTo(String address) {
        var fetcher = new MediaFetcher(vertx, LIMITS);

        assertThatThrownBy(() -> fetcher.fetch(Set.of(URI.create(address))).await())
                .isInstanceOf(GatewayException.class)
                .message()
                .containsAnyOf("not at a public address", "no such host", "is not an address");
    }

    @Test
    void aNameWithOnePrivateAddressAmongItsAddressesIsRefused() {
        assertThatThrownBy(() -> fetcher()
                        .fetch(Set.of(URI.create("https://mixed.example/cat.png")))
                        .await())
                .hasMessageContaining("not at a public address");
        assertThat(asked).isEmpty();
    }

    /// A net in which this machine's loopback address is the internet.
    private MediaFetcher fetcher() {
        return new MediaFetcher(vertx, LIMITS, new Internet() {
            @Override
            public List<InetAddress> resolve(String host) throws UnknownHostException {
                return switch (host) {
                    case "cats.example" -> List.of(InetAddress.getLoopbackAddress());
                    case "mixed.example" ->
                        List.of(InetAddress.getLoopbackAddress(), InetAddress.getByAddress(new byte[] {10, 0, 0, 1}));
                    default -> throw new UnknownHostException(host);
                };
            }

            @Override
            public boolean mayConnect(InetAddress address) {
                return address.isLoopbackAddress();
            }

            @Override
            public int port() {
                return server.actualPort();
            }

            @Override
            public boolean tls() {
                return false;
            }
        });
    }
}
