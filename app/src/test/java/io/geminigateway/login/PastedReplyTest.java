package io.geminigateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Secret;
import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PastedReplyTest {
    private static final URI REDIRECT = URI.create("http://127.0.0.1:45289/oauth2callback");
    private static final Reply ALLOWED = new Reply.Allowed(new Secret("4/0AbC-d_e"));

    private final AuthorizationRequest request = AuthorizationRequest.of("client", REDIRECT, new Random(1));
    private final String state =
            request.at(AuthorizationRequest.GOOGLE).toString().replaceAll(".*[?&]state=([^&]+).*", "$1");

    @Test
    void aWholeAddressIsTaken() {
        assertThat(read(REDIRECT + "?state=" + state + "&code=4%2F0AbC-d_e&scope=a+b"))
                .isEqualTo(ALLOWED);
    }

    @Test
    void anAddressThatTheTerminalBrokeIsTaken() {
        assertThat(read(" " + REDIRECT + "?state=" + state + "\n&code=4%2F0Ab\r\nC-d_e "))
                .isEqualTo(ALLOWED);
    }

    @Test
    void aQueryAloneIsTaken() {
        assertThat(read("state=" + state + "&code=4%2F0AbC-d_e#")).isEqualTo(ALLOWED);
    }

    @Test
    void aBareCodeIsTakenEncodedOrNot() {
        assertThat(read("4/0AbC-d_e")).isEqualTo(ALLOWED);
        assertThat(read("4%2F0AbC-d_e")).isEqualTo(ALLOWED);
    }

    @Test
    void anotherStateIsForeignWhateverElseItSays() {
        assertThat(read(REDIRECT + "?state=other&code=4%2F0AbC")).isInstanceOf(Reply.Foreign.class);
        assertThat(read(REDIRECT + "?code=4%2F0AbC")).isInstanceOf(Reply.Foreign.class);
        assertThat(read(REDIRECT + "?state=other&error=access_denied")).isInstanceOf(Reply.Foreign.class);
    }

    @Test
    void aRefusalIsToldInWordsThatAreFitForATerminal() {
        assertThat(read(REDIRECT + "?error=access_denied&state=" + state)).isEqualTo(new Reply.Denied("access_denied"));
        assertThat(read(REDIRECT + "?error=%1B%5B2Jgone&state=" + state)).isEqualTo(new Reply.Denied("2Jgone"));
    }

    @Test
    void anythingElseIsNoAnswer() {
        for (var text : new String[] {"", "   ", "hello", REDIRECT.toString(), "http://127.0.0.1/?x=%", "%", "?&&=&"}) {
            assertThat(read(text)).as(text).isInstanceOf(Reply.Unreadable.class);
        }
        assertThat(read("?state=" + state + "&code=")).isInstanceOf(Reply.Unreadable.class);
    }

    private Reply read(String pasted) {
        return PastedReply.read(request, pasted);
    }
}
