package io.geminigateway.benchmarks.compare;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Who the mock says it is over TLS: an elliptic key, as Google's servers have, made for this run.
final class Certificate {
    private final X509Bundle bundle;
    private final Path chain;
    private final Path key;

    Certificate(Path folder) {
        chain = folder.resolve("mock.pem");
        key = folder.resolve("mock.key");
        try {
            bundle = new CertificateBuilder()
                    .algorithm(CertificateBuilder.Algorithm.ecp256)
                    .subject("CN=localhost")
                    .addSanDnsName("localhost")
                    .addSanIpAddress(Target.HOST)
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
            Files.writeString(chain, bundle.getCertificatePathPEM());
            Files.writeString(key, bundle.getPrivateKeyPEM());
        } catch (IOException failed) {
            throw new UncheckedIOException("no certificate in " + folder, failed);
        } catch (Exception failed) {
            throw new IllegalStateException("no certificate", failed);
        }
    }

    Path chain() {
        return chain;
    }

    Path key() {
        return key;
    }

    /// Clients that trust it and nobody else.
    SslContext trusted() {
        try {
            return SslContextBuilder.forClient()
                    .trustManager(bundle.getCertificate())
                    .build();
        } catch (IOException failed) {
            throw new UncheckedIOException("no TLS", failed);
        }
    }
}
