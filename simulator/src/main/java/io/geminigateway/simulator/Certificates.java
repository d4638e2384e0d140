package io.geminigateway.simulator;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A certificate authority of its own, and what it says about localhost. Made anew for every simulator.
final class Certificates {
    private final X509Bundle authority;
    private final X509Bundle server;

    Certificates() {
        try {
            authority = new CertificateBuilder()
                    .subject("CN=Pretend Google CA")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
            server = new CertificateBuilder()
                    .subject("CN=localhost")
                    .addSanDnsName("localhost")
                    .addSanIpAddress("127.0.0.1")
                    .addExtendedKeyUsageServerAuth()
                    .buildIssuedBy(authority);
        } catch (Exception broken) { // the builder declares nothing narrower
            throw new IllegalStateException("cannot make a certificate", broken);
        }
    }

    PemKeyCertOptions server() {
        return new PemKeyCertOptions()
                .setCertValue(Buffer.buffer(server.getCertificatePathPEM()))
                .setKeyValue(Buffer.buffer(server.getPrivateKeyPEM()));
    }

    Path writeAuthority() {
        try {
            var file = Files.createTempFile("pretend-google-", ".pem");
            file.toFile().deleteOnExit(); // a program that is told to stop closes nothing
            return Files.writeString(file, authority.getCertificatePEM());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the certificate authority", failed);
        }
    }
}
