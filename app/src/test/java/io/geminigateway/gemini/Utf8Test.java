package io.geminigateway.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.geminigateway.sse.Bytes;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {
    @Test
    void stretchesAreOfTheirOwn() {
        var text = Utf8.of("data:image/png;base64,AAAA");

        assertThat(text.startsWith("data:")).isTrue();
        assertThat(text.startsWith("data:image/png;base64,AAAA!")).isFalse();
        assertThat(text.indexOf(',', 512)).isEqualTo(21);
        assertThat(text.indexOf(',', 21)).isEqualTo(-1);
        assertThat(text.from(22)).hasToString("AAAA").isEqualTo(Utf8.of("AAAA")).hasSameHashCodeAs(Utf8.of("AAAA"));
        assertThat(text.until(21).from(5)).hasToString("image/png;base64");
        assertThat(text.from(26)).isEqualTo(Utf8.EMPTY);
    }

    @Test
    void base64IsSaidAndUnderstood() {
        var bytes = "xGrüße, 天".getBytes(UTF_8);

        var base64 = Utf8.base64(bytes, 1, bytes.length - 1);

        assertThat(base64).hasToString("R3LDvMOfZSwg5aSp");
        assertThat(new String(base64.decoded(Base64.getDecoder()), UTF_8)).isEqualTo("Grüße, 天");
        assertThatIllegalArgumentException().isThrownBy(() -> Utf8.of("*").decoded(Base64.getDecoder()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"a/b, `\"a/b\"`", "a\\/b, `\"a/b\"`", "\\u0041天\\n, `\"A天\\n\"`", "\\ud83d\\ude00, `\"😀\"`"})
    void whatIsReadWithoutAStringIsWrittenLikeOne(String escaped, String json) {
        var reader = StrictJsonReader.ofClient(("\"" + escaped + "\"").getBytes(UTF_8), new NameCache());

        var text = reader.readUtf8();

        var out = new Bytes();
        JsonText.write(text, out);
        assertThat(out).hasToString(json);
        assertThat(JsonText.quoted(text.toString())).isEqualTo(json);
    }

    @Test
    void aBeginningIsWrittenBeforeAStretch() {
        var out = new Bytes();

        JsonText.write("a\"", Utf8.of("xb\"c").from(1), out);

        assertThat(out).hasToString("\"a\\\"b\\\"c\"");
    }
}
