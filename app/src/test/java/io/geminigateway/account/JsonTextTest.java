package io.geminigateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void valuesAreFoundByPath() throws JsonSyntaxException {
        var json =
                JsonText.parse("{\"a\":\"x\\u00e9\\n\\/\",\"b\":{\"c\":\"y\",\"n\":17e2,\"t\":\"1700\"},\"on\":true}");

        assertThat(json.string("a")).contains("xé\n/");
        assertThat(json.string("b", "c")).contains("y");
        assertThat(json.number("b", "n")).contains(1700L);
        assertThat(json.number("b", "t")).contains(1700L);
        assertThat(json.isTrue("on")).isTrue();
        assertThat(json.isObject("b")).isTrue();
    }

    @Test
    void whatIsBlankOrOfAnotherKindIsNotThere() throws JsonSyntaxException {
        var json = JsonText.parse("{\"a\":\" \",\"b\":1,\"c\":null,\"d\":[\"x\"],\"e\":1e99,\"f\":\"\"}");

        assertThat(json.string("a")).isEmpty();
        assertThat(json.string("b")).isEmpty();
        assertThat(json.string("c")).isEmpty();
        assertThat(json.string("d", "x")).isEmpty();
        assertThat(json.number("e")).isEmpty();
        assertThat(json.string("nowhere", "at all")).isEmpty();
    }

    @Test
    void anEditChangesItsValueAndNothingElse() throws JsonSyntaxException {
        var text =
                "\uFEFF{ \"n\" : 1.50e+2,\t\"a\":\n\"old\", \"x\":{\"a\":\"\\u00e9\"} , \"big\": 12345678901234567890.10 }\r\n";

        var edited = JsonText.parse(text).withString("new \"\\\n", "a").withNumber(7, "x", "a");

        assertThat(edited.text())
                .isEqualTo(text.replace("\"old\"", "\"new \\\"\\\\\\u000a\"").replace("\"\\u00e9\"", "7"));
    }

    @Test
    void aNewMemberIsLaidOutLikeTheLastOne() throws JsonSyntaxException {
        var json = JsonText.parse("{\n  \"a\": 1,\n  \"b\" : {}\n}\n");

        var edited = json.withString("v", "c").withNumber(1, "b", "x");

        assertThat(edited.text()).isEqualTo("{\n  \"a\": 1,\n  \"b\" : {\"x\": 1},\n  \"c\" : \"v\"\n}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "\"canary\"",
                "{",
                "{\"canary\"",
                "{\"canary\":",
                "{\"a\":canary}",
                "{\"a\":\"canary",
                "{\"a\":\"canary\n\"}",
                "{\"a\":\"\\canary\"}",
                "{\"a\":\"\\u00zz canary\"}",
                "{\"a\":1,}",
                "{\"a\":1 \"canary\":2}",
                "{\"a\":1}canary",
                "{\"a\":1}}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":-}",
                "{\"a\":1e}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{'a':1}",
                "{\"a\":nul}"
            })
    void whatIsNotJsonIsRefusedWithoutBeingQuoted(String text) {
        assertThatThrownBy(() -> JsonText.parse(text))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void bottomlessTextsAreRefused() {
        var text = "{\"a\":" + "[".repeat(60_000);

        assertThatThrownBy(() -> JsonText.parse(text)).hasMessageContaining("levels");
    }

    @Test
    void theFaultyLineIsNamed() {
        assertThatThrownBy(() -> JsonText.parse("{\n\"a\": 1\n\"b\": 2}")).hasMessage("line 3: expected ','");
    }
}
