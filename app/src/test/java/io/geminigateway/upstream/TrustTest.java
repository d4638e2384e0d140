package io.geminigateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geminigateway.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    @Test
    void anUnknownAuthorityIsRefused() {
        try (var rig = new Rig()) {
            rig.at(rig.google.https());

            var heard = rig.stream();

            assertThat(heard.failure()).isEqualTo("upstream_tls");
            assertThat(heard.failureItself().remedy()).contains("UPSTREAM_CA_FILE");
            assertThat(rig.google.ledger().entries()).isEmpty();
        }
    }

    @Test
    void aTrustedCertificateForAnotherNameIsRefused() {
        try (var rig = new Rig()) {
            rig.overTls()
                    .at(URI.create("https://127.0.0.2:" + rig.google.https().getPort()));

            assertThat(rig.stream().failure()).isIn("upstream_tls", "upstream_connect");
            assertThat(rig.google.ledger().entries()).isEmpty();
        }
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Trust.with(folder.resolve("none.pem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UPSTREAM_CA_FILE", "none.pem", "cannot be read");
    }

    @Test
    void aFileWithoutCertificatesIsNamed(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("odd.pem"), "hello");

        assertThatThrownBy(() -> Trust.with(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("odd.pem")
                .hasMessageContaining("expected certificates as PEM");
    }

    @Test
    void textAroundTheCertificatesIsFine(@TempDir Path folder) throws IOException {
        try (var google = Simulator.start()) {
            var pem = "My company's authority\n" + Files.readString(google.caFile());
            var file = Files.writeString(folder.resolve("ca.pem"), pem);

            assertThat(Trust.with(file)).isNotNull();
        }
    }
}
