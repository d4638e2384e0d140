package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTest {
    private static final String CANARY = "canary-4711";

    @TempDir
    private Path home;

    @Test
    void accountsAreShownWithWhatThePoolBelieves() {
        try (var rig = Rig.withKeys(home, "a")) {
            var operator = new Operator(rig);
            rig.ask("echo: hello");

            var account = operator.account("a");

            assertThat(account.getString("file")).isEqualTo("a.json");
            assertThat(account.getString("backend")).isEqualTo("gemini_api");
            assertThat(account.getString("state")).isEqualTo("active");
            assertThat(account.getDouble("mean")).isBetween(0.5, 1.0);
            assertThat(account.getInteger("in_flight")).isZero();
            var model = account.getJsonArray("models").getJsonObject(0);
            assertThat(model.getString("model")).isEqualTo(Rig.MODEL);
            assertThat(model.getDouble("alpha")).isPositive();
            assertThat(model.getDouble("beta")).isPositive();
            assertThat(model.getLong("latency_ms")).isNotNegative();
        }
    }

    @Test
    void anAccountIsNamedByItsFileWithOrWithoutTheEndingOrByItsId() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            var operator = new Operator(rig);
            var id = operator.account("a").getString("id");

            assertThat(List.of("a", "a.json", id))
                    .allSatisfy(name ->
                            assertThat(operator.account(name).getString("file")).isEqualTo("a.json"));
        }
    }

    @Test
    void whatIsUnknownIsA404WithAMessage() {
        try (var rig = Rig.withKeys(home, "a")) {
            var operator = new Operator(rig);

            assertThat(List.of(
                            operator.get("/accounts/nobody"),
                            operator.post("/accounts/nobody/freeze", ""),
                            operator.post("/accounts/a/sing", ""),
                            operator.get("/nonsense"),
                            operator.get("/")))
                    .allSatisfy(answer -> {
                        assertThat(answer.statusCode()).isEqualTo(404);
                        assertThat(new JsonObject(answer.body())
                                        .getJsonObject("error")
                                        .getString("message"))
                                .isNotBlank();
                    });
        }
    }

    @Test
    void filesThatDoNotServeAreShownWithTheReason() {
        var google = Simulator.start();
        var key = google.account("a").apiKeyFile();
        var files = Map.of(
                "broken.json",
                "{",
                "off.json",
                new JsonObject(key).put("disabled", true).encode());
        try (var rig = Rig.with(home, google, files, Map.of())) {
            var operator = new Operator(rig);

            assertThat(operator.account("broken").getString("state")).isEqualTo("skipped");
            assertThat(operator.account("broken").getString("problem")).contains("not valid JSON");
            assertThat(operator.account("off").getString("state")).isEqualTo("disabled");
            assertThat(operator.post("/accounts/off/test", "").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void noAnswerHoldsASecret() {
        var google = Simulator.start();
        var files = Map.of(
                "key.json", "{\"type\":\"api_key\",\"key\":\"%s\"}".formatted(CANARY),
                "login.json", google.account("login").loginFile().replace("Bearer", CANARY),
                "service.json", google.account("service").serviceAccountFile(),
                "broken.json", "{\"type\": \"api_key\", \"key\": \"" + CANARY,
                "odd.json", "{\"type\":\"" + CANARY + "\"}");
        try (var rig = Rig.with(home, google, files, Map.of())) {
            var operator = new Operator(rig);
            var login = new JsonObject(google.account("login").loginFile()).getJsonObject("credentials");

            var told = String.join(
                    "\n",
                    operator.get("/accounts").body(),
                    operator.get("/accounts/key").body(),
                    operator.get("/accounts/broken").body(),
                    operator.post("/accounts/key/test", "").body(),
                    operator.post("/accounts/login/test", "").body(),
                    operator.post("/accounts/service/test", "").body(),
                    operator.post("/accounts/broken/disable", "").body(),
                    operator.types("list").out(),
                    operator.types("show", "login").out(),
                    operator.types("test").out());

            assertThat(told)
                    .doesNotContain(CANARY, "PRIVATE KEY")
                    .doesNotContain(login.getString("refresh_token"), login.getString("access_token"));
        }
    }

    @Test
    void aFrozenAccountRestsUntilTheTimeIsOver() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            var operator = new Operator(rig);

            var frozen = new JsonObject(
                    operator.post("/accounts/a/freeze", "{\"seconds\":60}").body());
            for (var i = 0; i < 10; i++) {
                assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);
            }

            assertThat(rig.google().ledger().of("a")).isEmpty();
            assertThat(frozen.getString("state")).isEqualTo("frozen");
            var freeze = frozen.getJsonObject("freeze");
            assertThat(freeze.getString("cause")).isEqualTo("operator");
            assertThat(Duration.between(
                            Instant.parse(freeze.getString("since")), Instant.parse(freeze.getString("until"))))
                    .isEqualTo(Duration.ofSeconds(60));
        }
    }

    @Test
    void whenTheOnlyAccountIsFrozenClientsAreToldWhenItIsBack() {
        try (var rig = Rig.withKeys(home, "a")) {
            var operator = new Operator(rig);

            operator.post("/accounts/a/freeze", "{\"seconds\":60}");
            var refused = rig.ask("echo: hello");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValueAsLong("retry-after").orElseThrow())
                    .isBetween(55L, 60L);
        }
    }

    @Test
    void whenTheOnlyAccountIsFrozenForAMomentClientsWait() {
        try (var rig = Rig.withKeys(home, "a")) {
            new Operator(rig).post("/accounts/a/freeze", "{\"seconds\":1}");

            assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anAnswerTellsTheOperatorWhoServedIt() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            rig.google().next(Reaction.failure(GoogleError.INTERNAL_500));
            var question = Rig.question("echo: hello", true);

            var debugged = rig.post("/v1/chat/completions", question, "x-gateway-debug", "1")
                    .headers();
            var proxied = rig.post(
                            "/v1/chat/completions", question, "x-gateway-debug", "1", "x-forwarded-for", "10.0.0.1")
                    .headers();
            var plain = rig.post("/v1/chat/completions", question).headers();

            assertThat(debugged.firstValue("x-gateway-attempts")).contains("2");
            assertThat(debugged.firstValue("x-gateway-account")).isPresent();
            assertThat(debugged.firstValue("x-gateway-account-file").orElseThrow())
                    .isIn("a.json", "b.json");
            assertThat(proxied.map()).doesNotContainKeys("x-gateway-attempts", "x-gateway-account");
            assertThat(plain.map()).doesNotContainKeys("x-gateway-attempts", "x-gateway-account");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"seconds\":0}", "{\"seconds\":-5}", "{\"seconds\":99999999999}", "{\"seconds\":\"x\"}", "["})
    void aFreezeThatMakesNoSenseIsRefused(String order) {
        try (var rig = Rig.withKeys(home, "a")) {
            var operator = new Operator(rig);

            assertThat(operator.post("/accounts/a/freeze", order).statusCode()).isEqualTo(400);

            assertThat(operator.account("a").getString("state")).isEqualTo("active");
        }
    }

    @Test
    void unfreezingEndsFreezesOfOneOrOfAll() {
        try (var rig = Rig.withKeys(home, "a", "b", "c")) {
            var operator = new Operator(rig);
            List.of("a", "b", "c").forEach(name -> operator.post("/accounts/" + name + "/freeze", ""));

            var one = new JsonObject(operator.post("/accounts/a/unfreeze", "").body());
            var rest = new JsonObject(operator.post("/unfreeze", "").body());

            assertThat(one.getString("state")).isEqualTo("active");
            assertThat(rest.getInteger("thawed")).isEqualTo(2);
            assertThat(rig.pool().accounts())
                    .allSatisfy(member -> assertThat(member.freeze()).isNull());
        }
    }

    @Test
    void aDisabledAccountStaysOutAcrossARestart() throws IOException {
        var google = Simulator.start();
        var before = new JsonObject(google.account("a").apiKeyFile()).put("note", "mine");
        var rig = Rig.with(home, google, Map.of("a.json", before.encodePrettily()), Map.of());
        var disabled = new Operator(rig).post("/accounts/a/disable", "");
        var refused = rig.ask("echo: hello");
        rig.closeGateway();

        try (var again = Rig.with(home, google, Map.of(), Map.of())) {
            assertThat(new JsonObject(disabled.body()).getString("state")).isEqualTo("disabled");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(again.ask("echo: hello").statusCode()).isEqualTo(503);
            var file = again.accountFile("a.json");
            assertThat(new JsonObject(Files.readString(file)))
                    .isEqualTo(before.copy().put("disabled", true));
            assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");

            var enabled = new Operator(again).post("/accounts/a/enable", "");

            assertThat(new JsonObject(enabled.body()).getString("state")).isEqualTo("active");
            assertThat(again.ask("echo: hello").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aFileThatIsBrokenCannotBeEnabledAndStaysAsItIs() throws IOException {
        try (var rig = Rig.with(home, Simulator.start(), Map.of("broken.json", "{"), Map.of())) {
            var answer = new Operator(rig).post("/accounts/broken/enable", "");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("not valid JSON");
            assertThat(Files.readString(rig.accountFile("broken.json"))).isEqualTo("{");
        }
    }

    @Test
    void aTestCallsGoogleWithThisAccountAndThePoolHearsNothing() {
        try (var rig = Rig.withKeys(home, "good", "bad")) {
            rig.google().account("bad").always(Reaction.failure(GoogleError.API_KEY_INVALID));
            var operator = new Operator(rig);
            var before = rig.standing();

            var good = new JsonObject(operator.post("/accounts/good/test", "").body());
            var bad = new JsonObject(operator.post("/accounts/bad/test", "{\"model\":\"gemini-2.5-pro\"}")
                    .body());

            assertThat(good.getBoolean("ok")).isTrue();
            assertThat(good.getInteger("status")).isEqualTo(200);
            assertThat(good.getString("model")).isEqualTo("gemini-3.5-flash-lite");
            assertThat(bad.getBoolean("ok")).isFalse();
            assertThat(bad.getString("model")).isEqualTo("gemini-2.5-pro");
            assertThat(bad.getInteger("status")).isEqualTo(400);
            assertThat(bad.getString("error_type")).isEqualTo("account_key_invalid");
            assertThat(bad.getString("remedy")).isNotBlank();
            assertThat(rig.google().ledger().of("good")).hasSize(1);
            assertThat(rig.google().ledger().of("bad")).hasSize(1);
            assertThat(rig.standing()).isEqualTo(before);
        }
    }

    @Test
    void healthIsToldHereToo() {
        try (var rig = Rig.withKeys(home)) {
            var operator = new Operator(rig);

            assertThat(operator.get("/livez").statusCode()).isEqualTo(200);
            assertThat(operator.get("/readyz").statusCode()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: evil.example:3001",
                "Host: localhost.evil.example",
                "Host: 127.0.0.1.nip.io",
                "Host: 10.0.0.1",
                "Host: localhost\r\nOrigin: https://evil.example",
                "Host: localhost\r\nOrigin: null",
                "Host: localhost\r\nOrigin: http://localhost:1234",
                "Host: localhost\r\nSec-Fetch-Site: cross-site",
                "Host: localhost\r\nX-Forwarded-For: 203.0.113.9"
            })
    void whoeverIsNotTheOperatorIsRefusedOnBothListeners(String head) {
        try (var rig = Rig.withKeys(home, "a")) {
            new Operator(rig).post("/accounts/a/freeze", "");

            assertThat(Operator.status(rig.adminPort(), "GET /accounts HTTP/1.1", head))
                    .isEqualTo(403);
            assertThat(Operator.status(rig.adminPort(), "POST /unfreeze HTTP/1.1", head))
                    .isEqualTo(403);
            assertThat(Operator.status(rig.port(), "POST /v1/management/unfreeze HTTP/1.1", head))
                    .isEqualTo(403);
            assertThat(new Operator(rig).account("a").getString("state")).isEqualTo("frozen");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost",
                "Host: LOCALHOST:3001",
                "Host: 127.0.0.1:9",
                "Host: [::1]:3001",
                "Host: localhost:3001\r\nOrigin: http://localhost:3001"
            })
    void theOperatorIsLetInByEveryNameOfThisMachine(String head) {
        try (var rig = Rig.withKeys(home, "a")) {
            assertThat(Operator.status(rig.adminPort(), "GET /accounts HTTP/1.1", head))
                    .isEqualTo(200);
        }
    }

    @Test
    void noPageOfAnotherOriginIsInvited() {
        try (var rig = Rig.withKeys(home, "a")) {
            var answer = new Operator(rig).get("/accounts");

            assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        }
    }

    @Test
    void theSeedsRouteThawsAll() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            new Operator(rig).post("/accounts/a/freeze", "");

            var answer = rig.post("/v1/management/unfreeze", "");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(new JsonObject(answer.body())).isEqualTo(JsonObject.of("success", true, "thawed", 1));
        }
    }

    @Test
    void theSeedsRouteTellsARefusalInOpenAisEnvelope() {
        try (var rig = Rig.withKeys(home, "a")) {
            var answer = rig.post("/v1/management/unfreeze", "", "origin", "https://evil.example");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(new JsonObject(answer.body()).getJsonObject("error").getString("code"))
                    .isEqualTo("forbidden");
        }
    }

    @Test
    void aTakenAdminPortDoesNotKeepClientsFromBeingServed() throws IOException {
        var google = Simulator.start();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var rig = Rig.with(
                        home,
                        google,
                        Map.of("a.json", google.account("a").apiKeyFile()),
                        Map.of("ADMIN_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(rig.adminPort()).isZero();
            assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theOperatorsSideCanBeSwitchedOff() {
        var google = Simulator.start();
        try (var rig = Rig.with(home, google, Map.of(), Map.of("ADMIN_PORT", "off"))) {
            assertThat(rig.adminPort()).isZero();
        }
    }
}
