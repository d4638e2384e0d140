package io.geminigateway.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geminigateway.failure.GatewayException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=xYz";
    private static final String GOOD = """
            --xYz
            Content-Disposition: form-data; name="prompt"

            Über die Brücke
            --xYz
            content-disposition: form-data; name="image[]"; filename="a \\"b\\".png"
            Content-Type: image/png

            one

            --x
            --xYz--
            """.replace("\n", "\r\n");

    @Test
    void fieldsAndFilesComeInOrder() {
        var form = read(GOOD);

        assertThat(form.fields()).extracting(FormField::name).containsExactly("prompt", "image[]");
        assertThat(form.text("prompt")).contains("Über die Brücke");
        assertThat(form.all("image")).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("a \"b\".png");
            assertThat(file.contentType()).isEqualTo("image/png");
            assertThat(file.text()).isEqualTo("one\r\n\r\n--x");
            assertThat(file.base64()).hasToString("b25lDQoNCi0teA==");
        });
    }

    @Test
    void aQuotedBoundaryIsTheSame() {
        assertThat(Multipart.read("multipart/form-data; charset=utf-8; boundary=\"xYz\"", GOOD.getBytes(UTF_8))
                        .fields())
                .hasSize(2);
    }

    @Test
    void aFormWithoutFieldsIsEmpty() {
        assertThat(read("--xYz--\r\n").fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--",
                "--xYz",
                "--other--",
                "prompt=hello",
                "--xYz\r\n",
                "--xYz\r\n\r\nno headers\r\n--xYz--",
                "--xYz\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--xYz--",
                "--xYz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nno form\r\n--xYz--",
                "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
                "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--xYzNext",
                "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\nnonsense\r\n\r\nx\r\n--xYz--",
                "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n"
                        + "Content-Disposition: form-data; name=\"b\"\r\n\r\nx\r\n--xYz--",
                "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\neA==\r\n--xYz--",
            })
    void whatIsNoFormIsTheClientsFault(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(GatewayException.class);
    }

    @Test
    void everyCutIsNoticed() {
        var end = GOOD.lastIndexOf("--");

        for (var length = 0; length < end; length++) {
            var cut = GOOD.getBytes(UTF_8);
            var part = Arrays.copyOf(cut, length);
            assertThatThrownBy(() -> Multipart.read(TYPE, part)).isInstanceOf(GatewayException.class);
        }
    }

    @Test
    void fieldsAndHeadersAreBounded() {
        var field = "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";

        assertThatThrownBy(() -> read(field.repeat(65) + "--xYz--")).isInstanceOf(GatewayException.class);
        assertThatThrownBy(() -> read("--xYz\r\nX-Long: " + "y".repeat(5000) + "\r\n\r\nx\r\n--xYz--"))
                .isInstanceOf(GatewayException.class);
    }

    private static Form read(String body) {
        return Multipart.read(TYPE, body.getBytes(UTF_8));
    }
}
