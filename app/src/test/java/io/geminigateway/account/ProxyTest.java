package io.geminigateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
    @ParameterizedTest
    @CsvSource({
        "http://proxy, HTTP, proxy, 3128",
        "HTTP://proxy:8080/, HTTP, proxy, 8080",
        "https://proxy, HTTPS, proxy, 443",
        "socks5://10.0.0.1, SOCKS5, 10.0.0.1, 1080",
        "socks5h://[::1]:9050, SOCKS5, ::1, 9050",
    })
    void schemeHostAndPortAreRead(String text, Proxy.Kind kind, String host, int port) {
        assertThat(Proxy.parse(text)).isEqualTo(new Proxy(kind, host, port, null, null));
    }

    @Test
    void userAndPasswordMayBeWrittenWithPercents() {
        var proxy = Proxy.parse("http://me%40work:p%3Ass:word@proxy");

        assertThat(proxy.user()).isEqualTo("me@work");
        assertThat(proxy.password()).isEqualTo(new Secret("p:ss:word"));
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(Proxy.parse("http://me:hush@proxy").toString())
                .contains("proxy")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "proxy:3128", "ftp://me:hush@x", "http:/x", "http://", "http://x:0", "http://x/path", "x y"})
    void anythingElseIsRefusedWithoutBeingQuoted(String text) {
        assertThatThrownBy(() -> Proxy.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected http://host:port")
                .hasMessageNotContaining("hush");
    }
}
