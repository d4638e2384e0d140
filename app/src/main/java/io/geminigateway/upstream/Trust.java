package io.geminigateway.upstream;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Which certificate authorities we believe: the JDK's, and those of a PEM file of the operator's. Read
/// once; immutable.
public final class Trust {
    private final TrustManagerFactory authorities;

    private Trust(TrustManagerFactory authorities) {
        this.authorities = authorities;
    }

    /// Throws an [IllegalArgumentException] that names the file and what is wrong with it.
    public static Trust with(@Nullable Path caFile) {
        try {
            var jdk = factory(null);
            return new Trust(caFile == null ? jdk : factory(storeOf(jdk, certificates(caFile))));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("the JDK's own certificates cannot be read", impossible);
        }
    }

    TrustOptions options() {
        return TrustOptions.wrap(authorities);
    }

    private static Collection<? extends Certificate> certificates(Path caFile) {
        try (var pem = Files.newInputStream(caFile)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw new CertificateException("it holds none");
            }
            return certificates;
        } catch (CertificateException notPem) {
            throw new IllegalArgumentException(
                    "UPSTREAM_CA_FILE: '%s' is not valid: expected certificates as PEM (%s)"
                            .formatted(caFile, notPem.getMessage()),
                    notPem);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new IllegalArgumentException(
                    "UPSTREAM_CA_FILE: '%s' cannot be read: %s"
                            .formatted(caFile, unreadable.getClass().getSimpleName()),
                    unreadable);
        }
    }

    private static KeyStore storeOf(TrustManagerFactory jdk, Collection<? extends Certificate> own)
            throws IOException, GeneralSecurityException {
        List<Certificate> all = new ArrayList<>(own);
        for (var manager : jdk.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                all.addAll(Arrays.asList(x509.getAcceptedIssuers()));
            }
        }
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (var i = 0; i < all.size(); i++) {
            store.setCertificateEntry("ca-" + i, all.get(i));
        }
        return store;
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
