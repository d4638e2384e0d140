package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsCommandTest {
    @TempDir
    private Path home;

    @Test
    void theTableHasALineForEachFile() {
        var google = Simulator.start();
        var files = Map.of("good.json", google.account("good").apiKeyFile(), "broken.json", "{");
        try (var rig = Rig.with(home, google, files, Map.of())) {
            var operator = new Operator(rig);
            var id = operator.account("good").getString("id");

            var printed = operator.types("list");

            assertThat(printed.exit()).isZero();
            assertThat(printed.out().lines())
                    .satisfiesExactly(
                            heads -> assertThat(heads).startsWith("FILE").contains("STATE", "SUCCESS", "IN FLIGHT"),
                            broken ->
                                    assertThat(broken).startsWith("broken.json").contains("skipped", "not valid JSON"),
                            good -> assertThat(good).startsWith("good.json").contains(id, "gemini_api", "active", "%"));
        }
    }

    @Test
    void withoutAnAccountTheNextStepIsTold() {
        try (var rig = Rig.withKeys(home)) {
            assertThat(new Operator(rig).types("list").out()).contains("no account yet");
        }
    }

    @Test
    void onePageShowsAnAccountWithItsModels() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.ask("echo: hello");

            var printed = new Operator(rig).types("show", "a");

            assertThat(printed.exit()).isZero();
            assertThat(printed.out()).contains("a.json", "active", Rig.MODEL, "Beta(");
        }
    }

    @Test
    void jsonIsTheGatewaysOwn() {
        try (var rig = Rig.withKeys(home, "a")) {
            var operator = new Operator(rig);

            var printed = new JsonObject(operator.types("list", "--json").out());

            assertThat(printed.getJsonArray("accounts")).isEqualTo(operator.accounts());
        }
    }

    @Test
    void jsonSaysThatThereIsNoAccount() {
        try (var rig = Rig.withKeys(home)) {
            var printed =
                    new JsonObject(new Operator(rig).types("list", "--json").out());

            assertThat(printed.getJsonArray("accounts")).isEmpty();
        }
    }

    @Test
    void aChoiceIsExplained() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            rig.ask("echo: hello");
            var operator = new Operator(rig);
            operator.types("freeze", "b", "--for", "2h");

            var printed = operator.types("explain", Rig.MODEL);
            var json = new JsonObject(
                    operator.types("explain", Rig.MODEL, "--json").out());

            assertThat(printed.exit()).isZero();
            assertThat(printed.out().lines())
                    .satisfiesExactly(
                            heads -> assertThat(heads).startsWith("FILE").contains("SCORE", "OUT"),
                            best -> assertThat(best).startsWith("a.json").contains("%"),
                            out -> assertThat(out).startsWith("b.json").contains("parked until"));
            assertThat(json.getJsonArray("accounts")).hasSize(2);
            assertThat(json.getJsonArray("accounts").getJsonObject(0).getDouble("score"))
                    .isNotNull();
        }
    }

    @Test
    void whatIsNoModelCannotBeExplained() {
        try (var rig = Rig.withKeys(home, "a")) {
            var printed = new Operator(rig).types("explain", "no model");

            assertThat(printed.exit()).isEqualTo(1);
            assertThat(printed.err()).contains("no model");
        }
    }

    @Test
    void testingTellsGoodFromBadInTheExitCode() {
        try (var rig = Rig.withKeys(home, "bad", "good")) {
            rig.google().account("bad").always(Reaction.failure(GoogleError.API_KEY_INVALID));
            var operator = new Operator(rig);

            var all = operator.types("test");
            var good = operator.types("test", "good", "--model", "gemini-2.5-pro");

            assertThat(all.exit()).isEqualTo(1);
            assertThat(all.out().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).contains("failed", "bad.json", "account_key_invalid"),
                            line -> assertThat(line).contains("ok", "good.json"));
            assertThat(good.exit()).isZero();
            assertThat(good.out()).contains("gemini-2.5-pro");
        }
    }

    @Test
    void anAccountIsFrozenAndThawedByName() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            var operator = new Operator(rig);

            var frozen = operator.types("freeze", "a", "--for", "2h");
            operator.types("freeze", "b");
            var one = operator.types("unfreeze", "a");
            var all = operator.types("unfreeze", "--all");

            assertThat(frozen.out()).startsWith("a.json: frozen until").contains("operator");
            assertThat(one.out()).contains("a.json: active");
            assertThat(all.out()).contains("Back again: 1");
        }
    }

    @Test
    void anAccountIsDisabledAndEnabledByName() {
        try (var rig = Rig.withKeys(home, "a")) {
            var operator = new Operator(rig);

            assertThat(operator.types("disable", "a.json").out()).contains("a.json: disabled");
            assertThat(operator.types("enable", "a").out()).contains("a.json: active");
        }
    }

    @Test
    void whatTheGatewayRefusesIsToldWithExitCode1() {
        try (var rig = Rig.withKeys(home, "a")) {
            var printed = new Operator(rig).types("freeze", "nobody");

            assertThat(printed.exit()).isEqualTo(1);
            assertThat(printed.err()).contains("no account 'nobody'");
        }
    }

    @Test
    void withoutARunningGatewayTheWayOutIsTold() throws IOException {
        var port = freePort();

        var printed = Operator.types(port, "list");

        assertThat(printed.exit()).isEqualTo(1);
        assertThat(printed.err()).contains("No gateway answers on 127.0.0.1:" + port, "--admin-port");
    }

    @Test
    void aStrangerOnThePortIsToldFromAGateway() {
        try (var google = Simulator.start()) {
            var printed = Operator.types(google.http().getPort(), "list");

            assertThat(printed.exit()).isEqualTo(1);
            assertThat(printed.err()).contains("no operator's side");
        }
    }

    @Test
    void wrongUsageIsToldWithExitCode2() {
        assertThat(Operator.types(1, "freeze", "a", "--for", "soon").exit()).isEqualTo(2);
        assertThat(Operator.types(1, "unfreeze").exit()).isEqualTo(2);
        assertThat(Operator.types(1).exit()).isEqualTo(2);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
