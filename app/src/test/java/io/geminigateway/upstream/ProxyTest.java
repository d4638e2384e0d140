package io.geminigateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Account;
import io.geminigateway.account.Backend;
import io.geminigateway.account.Proxy;
import io.geminigateway.failure.ErrorType;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyTest {
    /// Nobody listens there.
    private static final String NOBODY = "http://127.0.0.1:1";

    /// Two handshakes on a busy machine take their time.
    private static final Timeouts PATIENT = new Timeouts(
            Duration.ofSeconds(40), Duration.ofSeconds(40), Duration.ofSeconds(40), Duration.ofSeconds(40));

    private final Rig rig = new Rig();
    private final NetClient onward = rig.vertx.createNetClient();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void everythingGoesThroughTheTunnelOfTheProxy() {
        var port = listen(new NetServerOptions());
        rig.overTls().with(before -> through("http://me:secret@127.0.0.1:" + port, before));

        assertThat(rig.stream().failure()).isEqualTo("ended");

        var credentials = Base64.getEncoder().encodeToString("me:secret".getBytes(UTF_8));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst())
                .startsWith("CONNECT localhost:" + rig.google.https().getPort())
                .containsIgnoringCase("proxy-authorization: Basic " + credentials)
                .doesNotContain(rig.ada.key());
        assertThat(rig.google.ledger().entries())
                .allMatch(call -> call.protocol().equals("HTTP/2"));
    }

    @Test
    void theWayToTheProxyMayBeSecured(@TempDir Path folder) throws Exception {
        var certificate = certificate();
        var trusted = Files.writeString(
                folder.resolve("trusted.pem"), Files.readString(rig.google.caFile()) + certificate.getCertificatePEM());
        var port = listen(secured(certificate));
        rig.overTls().with(before -> through("https://127.0.0.1:" + port, before.trusting(trusted)));

        assertThat(rig.stream().failure()).isEqualTo("ended");

        assertThat(asked).hasSize(1);
        assertThat(rig.google.ledger().entries())
                .allMatch(call -> call.protocol().equals("HTTP/2"));
    }

    @Test
    void aSecuredProxyThatNobodyVouchesForIsNotUsed() throws Exception {
        var port = listen(secured(certificate()));
        rig.overTls().with(before -> through("https://127.0.0.1:" + port, before));

        assertThat(rig.stream().failureItself().type()).isEqualTo(ErrorType.UPSTREAM_TLS);

        assertThat(asked).isEmpty();
        assertThat(rig.google.ledger().entries()).isEmpty();
    }

    @Test
    void anAccountsOwnProxyIsUsedInsteadAndItsConnectionIsKept() {
        var port = listen(new NetServerOptions());
        rig.overTls().with(before -> through(NOBODY, before));
        var account = through("http://127.0.0.1:" + port, rig.keyAccount());

        assertThat(rig.ask(account, true).failure()).isEqualTo("ended");
        assertThat(rig.ask(account, true).failure()).isEqualTo("ended");

        assertThat(asked).hasSize(1);
    }

    @Test
    void theProjectIsSearchedThroughTheAccountsOwnProxyToo() {
        var port = listen(new NetServerOptions());
        rig.overTls().with(before -> through(NOBODY, before));
        rig.authorizer.token(rig.liveToken());
        var account = through("http://127.0.0.1:" + port, rig.loginWithoutProject());

        assertThat(rig.ask(account, true).failure()).isEqualTo("ended");

        assertThat(account.backend()).isEqualTo(Backend.CODE_ASSIST);
        assertThat(rig.found).hasSize(1);
    }

    @Test
    void withoutTheProxyNothingIsSent() {
        rig.overTls().with(before -> through(NOBODY, before));

        var failure = rig.stream().failureItself();

        assertThat(failure.type()).isEqualTo(ErrorType.UPSTREAM_CONNECT);
        assertThat(failure.message()).contains("through the proxy");
        assertThat(failure.remedy()).contains("PROXY");
        assertThat(rig.google.ledger().entries()).isEmpty();
    }

    @Test
    void aProxyThatRefusesIsToldAsSuch() {
        var port = rig.vertx
                .createNetServer()
                .connectHandler(socket -> socket.handler(
                        _ -> socket.end(Buffer.buffer("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"))))
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        rig.overTls().with(before -> through("http://127.0.0.1:" + port, before));

        assertThat(rig.stream().failureItself().message()).contains("through the proxy");

        assertThat(rig.google.ledger().entries()).isEmpty();
    }

    private static UpstreamConfig through(String proxy, UpstreamConfig config) {
        return new UpstreamConfig(config.endpoints(), PATIENT, config.caFile(), Proxy.parse(proxy), config.version());
    }

    private static Account through(String proxy, Account account) {
        return new Account(
                account.id(),
                account.file(),
                account.backend(),
                account.credentials(),
                account.projectId(),
                account.location(),
                Proxy.parse(proxy));
    }

    private static X509Bundle certificate() throws Exception {
        return new CertificateBuilder()
                .subject("CN=proxy")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    private static NetServerOptions secured(X509Bundle certificate) {
        return new NetServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertValue(Buffer.buffer(certificate.getCertificatePEM()))
                        .setKeyValue(Buffer.buffer(certificate.getPrivateKeyPEM())));
    }

    private int listen(NetServerOptions options) {
        return rig.vertx
                .createNetServer(options)
                .connectHandler(socket -> socket.handler(head -> tunnel(socket, head)))
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
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
