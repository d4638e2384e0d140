package io.geminigateway.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.OAuthClient;
import io.geminigateway.account.Secret;
import io.geminigateway.setup.Keyboard.Keystroke;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiecesTest {
    @Test
    void withoutAScreenNoBrowserIsLookedFor() {
        assertThat(new Browser(Map.of(), "Linux").command()).isEmpty();
        assertThat(new Browser(Map.of("DISPLAY", ":0", "SSH_CONNECTION", "x"), "Linux").command())
                .isEmpty();
        assertThat(new Browser(Map.of("DISPLAY", ":0"), "Linux").command()).containsExactly("xdg-open");
        assertThat(new Browser(Map.of("BROWSER", "firefox"), "Linux").command()).containsExactly("firefox");
    }

    @Test
    void aSecretShowsDotsAndTheNumberOfItsLines() {
        var field = new TextField(true, true);

        field.take(new Keystroke.Pasted("one-key\ntwo-key"));

        assertThat(field.shown(80).text()).endsWith("2 lines").doesNotContain("key");
        assertThat(field.text()).isEqualTo("one-key\ntwo-key");
    }

    @Test
    void aPastedAddressLosesTheBreaksThatATerminalPutIn() {
        var field = new TextField(false, false);

        field.take(new Keystroke.Pasted("http://a\n  b"));
        field.take(Keystroke.Named.BACKSPACE);

        assertThat(field.text()).isEqualTo("http://a");
    }

    @Test
    void wordsStayWholeAndListsStayLists() {
        assertThat(Paragraph.wrap("1. one two three", 10)).containsExactly("1. one two", "   three");
        assertThat(Paragraph.wrap("see https://example.com/a/long/path now", 10))
                .containsExactly("see", "https://example.com/a/long/path", "now");
    }

    @Test
    void theEnvFileKeepsItsOtherLines(@TempDir Path home) throws IOException {
        var file = Files.writeString(home.resolve(".env"), "PORT=1\nOAUTH_CLIENT_ID=old\n");

        new EnvFile(file).save(new OAuthClient("new", new Secret("word")));

        assertThat(file).hasContent("PORT=1\nOAUTH_CLIENT_ID=new\nOAUTH_CLIENT_SECRET=word\n");
    }
}
