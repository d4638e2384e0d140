package io.geminigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotEnvTest {
    @Test
    void valuesMayBeQuotedExportedAndCommented() {
        var values = DotEnv.parse("""
                # the port
                PORT=4000
                export HOST = 127.0.0.1
                API_KEYS="one,two # not a comment"
                OAUTH_CLIENT_SECRET='a=b'
                PROXY=http://proxy:8080 # the office
                EMPTY=
                BLANK=   # nothing
                not an assignment
                """);

        assertThat(values)
                .containsEntry("PORT", "4000")
                .containsEntry("HOST", "127.0.0.1")
                .containsEntry("API_KEYS", "one,two # not a comment")
                .containsEntry("OAUTH_CLIENT_SECRET", "a=b")
                .containsEntry("PROXY", "http://proxy:8080")
                .containsEntry("EMPTY", "")
                .containsEntry("BLANK", "")
                .hasSize(7);
    }

    @Test
    void aMissingFileHoldsNoValues(@TempDir Path folder) throws Exception {
        assertThat(DotEnv.read(folder.resolve(".env"))).isEmpty();
    }
}
