package io.geminigateway.gemini;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonBytesTest {
    private static final int LONGEST = 20;

    /// Whatever is before it and behind it, wherever among the eight that are looked at together.
    @Test
    void whatDoesNotStandForItselfIsFoundAtEveryPlace() {
        for (var b = 0; b < 256; b++) {
            var isUnescaped = b >= ' ' && b != '"' && b != '\\';
            var isPlain = isUnescaped && b < 0x80;
            for (var place = 0; place < LONGEST; place++) {
                var in = ("#~!]".repeat(LONGEST / 4) + "\"").getBytes(ISO_8859_1);
                in[place] = (byte) b;

                assertThat(JsonBytes.endOfPlain(in, 0))
                        .as("byte %d at %d", b, place)
                        .isEqualTo(isPlain ? LONGEST : place);
                assertThat(JsonBytes.endOfUnescaped(in, 0))
                        .as("byte %d at %d", b, place)
                        .isEqualTo(isUnescaped ? LONGEST : place);
            }
        }
    }

    @Test
    void whatIsNoDigitOfBase64IsFoundAtEveryPlace() {
        var digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";
        for (var b = 0; b < 256; b++) {
            var isDigit = digits.indexOf(b) >= 0;
            for (var place = 1; place < LONGEST; place++) {
                var in = ("=AZaz09+/-_" + digits).substring(0, LONGEST + 1).getBytes(ISO_8859_1);
                in[place] = (byte) b;

                assertThat(JsonBytes.endOfBase64(in, 1, LONGEST))
                        .as("byte %d at %d", b, place)
                        .isEqualTo(isDigit ? LONGEST : place);
            }
        }
    }

    @Test
    void whereEverythingIsPlainTheEndIsTheLength() {
        for (var length = 0; length < LONGEST; length++) {
            assertThat(JsonBytes.endOfPlain("x".repeat(length).getBytes(ISO_8859_1), 0))
                    .isEqualTo(length);
        }
    }

    @Test
    void blanksEndWhereSomethingElseBegins() {
        for (var blanks = 0; blanks < LONGEST; blanks++) {
            for (var blank : new String[] {" ", "\n", "\r", "\t", "\n "}) {
                var text = blank.repeat(blanks);

                assertThat(JsonBytes.endOfBlanks((text + "\u000b ").getBytes(ISO_8859_1), 0))
                        .isEqualTo(text.length());
                assertThat(JsonBytes.endOfBlanks(text.getBytes(ISO_8859_1), 0)).isEqualTo(text.length());
            }
        }
    }
}
