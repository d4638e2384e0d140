package io.geminigateway.login;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geminigateway.account.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackListenerTest {
    private final HttpClient browser = HttpClient.newHttpClient();
    private LoopbackListener listener;
    private AuthorizationRequest request;

    @BeforeEach
    void open() throws IOException {
        listener = LoopbackListener.open(0);
        request = AuthorizationRequest.of("client", listener.redirect(), new Random(1));
    }

    @AfterEach
    void close() {
        listener.close();
        browser.close();
    }

    @Test
    void theBrowsersAnswerIsTaken() throws Exception {
        var reply = listener.expect(request);

        var page = get("?state=%s&code=4%%2F0A".formatted(state()));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Signed in").doesNotContain("4/0A");
        assertThat(reply.get(5, SECONDS)).isEqualTo(new Reply.Allowed(new Secret("4/0A")));
    }

    @Test
    void aSecondTabIsToldThatItIsOver() throws IOException, InterruptedException {
        assertThat(listener.expect(request)).isNotDone();
        get("?state=%s&code=4%%2F0A".formatted(state()));

        var second = get("?state=%s&code=4%%2F0B".formatted(state()));

        assertThat(second.statusCode()).isEqualTo(410);
        assertThat(second.body()).contains("is over");
    }

    @Test
    void aStrangersAnswerChangesNothing() throws Exception {
        var reply = listener.expect(request);

        var stranger = get("?state=wrong&code=4%2Fevil");
        var refusal = get("?state=wrong&error=access_denied");
        get("?state=%s&code=4%%2Fmine".formatted(state()));

        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(listener.strangers()).isEqualTo(2);
        assertThat(reply.get(5, SECONDS)).isEqualTo(new Reply.Allowed(new Secret("4/mine")));
    }

    @Test
    void aRefusalIsTaken() throws Exception {
        var reply = listener.expect(request);

        var page = get("?error=access_denied&state=" + state());

        assertThat(page.body()).contains("Access was denied");
        assertThat(reply.get(5, SECONDS)).isEqualTo(new Reply.Denied("access_denied"));
    }

    @Test
    void nothingOfTheRequestIsRepeatedOnAPage() throws IOException, InterruptedException {
        assertThat(listener.expect(request)).isNotDone();

        var page = get("?state=%3Cscript%3E&code=%3Cscript%3E&error=%3Cscript%3E");

        assertThat(page.body()).doesNotContain("script");
        assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .startsWith("default-src 'none'");
    }

    @Test
    void otherNamesAndPathsAndMethodsAreNotHeard() throws IOException, InterruptedException {
        var reply = listener.expect(request);
        var query = "?state=%s&code=4%%2F0A".formatted(state());
        var port = listener.port();

        var otherName =
                send(HttpRequest.newBuilder(URI.create("http://localhost:%d/oauth2callback%s".formatted(port, query))));
        var otherPath = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/other%s".formatted(port, query))));
        var post = send(HttpRequest.newBuilder(URI.create(listener.redirect() + query))
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(otherName.statusCode()).isEqualTo(404);
        assertThat(otherPath.statusCode()).isEqualTo(404);
        assertThat(post.statusCode()).isEqualTo(404);
        assertThat(reply).isNotDone();
    }

    @Test
    void aTakenPortGivesWayToAFreeOne() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                var other = LoopbackListener.open(taken.getLocalPort())) {
            assertThat(other.port()).isNotEqualTo(taken.getLocalPort()).isPositive();
        }
    }

    @Test
    void onceClosedNobodyListens() {
        listener.close();

        assertThatThrownBy(() -> get("?state=x")).isInstanceOf(ConnectException.class);
    }

    private HttpResponse<String> get(String query) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(listener.redirect() + query)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private String state() {
        return request.at(AuthorizationRequest.GOOGLE).toString().replaceAll(".*[?&]state=([^&]+).*", "$1");
    }
}
