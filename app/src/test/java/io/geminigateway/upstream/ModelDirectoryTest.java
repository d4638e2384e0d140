package io.geminigateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Authorization;
import io.geminigateway.account.Authorizer;
import io.geminigateway.account.Backend;
import io.geminigateway.account.CredentialException;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.Secret;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.ListedModel;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ModelDirectoryTest {
    private static final ModelName HELIUM = new ModelName("gemini-5-helium");

    private final Vertx vertx = Vertx.vertx();
    private final Simulator google = Simulator.start();
    private final BlockingQueue<Collection<ListedModel>> told = new LinkedBlockingQueue<>();
    private volatile boolean failing;
    private volatile Instant now = Instant.EPOCH;
    private final ModelDirectory directory = directory();

    @AfterEach
    void stop() {
        vertx.close().await();
        google.close();
    }

    @Test
    void whatGoogleTellsOfAModelIsPassedOn() throws InterruptedException {
        google.account("ada")
                .models()
                .model(
                        "gemini-5-helium",
                        JsonObject.of(
                                "displayName",
                                "Gemini 5 Helium",
                                "outputTokenLimit",
                                131_072,
                                "maxTemperature",
                                1.5,
                                "supportedGenerationMethods",
                                JsonArray.of("generateContent")));

        directory.offered();
        heard();

        assertThat(heard())
                .filteredOn(model -> model.name().equals(HELIUM))
                .singleElement()
                .satisfies(model -> {
                    assertThat(model.displayName()).isEqualTo("Gemini 5 Helium");
                    assertThat(model.inputTokenLimit()).isEqualTo(1_048_576);
                    assertThat(model.outputTokenLimit()).isEqualTo(131_072);
                    assertThat(model.maxTemperature()).isEqualTo(1.5);
                    assertThat(model.thinking()).isTrue();
                    assertThat(model.methods()).containsExactly("generateContent");
                    assertThat(model.description().get("displayName")).isEqualTo(JsonValue.of("Gemini 5 Helium"));
                });
    }

    @Test
    void whatIsNoNumberIsNotTold() throws InterruptedException {
        google.account("ada")
                .models()
                .model(
                        "gemini-5-helium",
                        new JsonObject()
                                .put("inputTokenLimit", "many")
                                .put("outputTokenLimit", -1)
                                .putNull("maxTemperature")
                                .putNull("thinking"));

        directory.offered();
        heard();

        assertThat(heard())
                .filteredOn(model -> model.name().equals(HELIUM))
                .singleElement()
                .satisfies(model -> {
                    assertThat(model.inputTokenLimit()).isZero();
                    assertThat(model.outputTokenLimit()).isZero();
                    assertThat(model.maxTemperature()).isZero();
                    assertThat(model.thinking()).isFalse();
                });
    }

    @Test
    @Timeout(20)
    void anAccountThatFailsKeepsTheListItHad() throws InterruptedException {
        google.account("ada").models("gemini-5-helium");
        directory.offered();
        heard();
        heard();

        failing = true;
        now = now.plus(Duration.ofHours(2));
        while (told.isEmpty()) { // the first round may not be quite over
            directory.offered();
        }

        assertThat(heard()).extracting(ListedModel::name).contains(HELIUM);
        assertThat(directory.offered().await().orElseThrow()).contains(HELIUM);
    }

    /// What is told next. The login's list is known and told at once, the other one when Google has answered.
    private Collection<ListedModel> heard() throws InterruptedException {
        var last = told.poll(10, TimeUnit.SECONDS);
        assertThat(last).isNotNull();
        return last;
    }

    private ModelDirectory directory() {
        var config = UpstreamConfig.defaults("test").at(Endpoints.allAt(google.http()));
        var key = new Credentials.ApiKey(new Secret(google.account("ada").key()));
        var login = new Credentials.Login(null, new Secret("1//x"), null);
        var accounts = List.of(
                new Account(new AccountId("0a1b2c3d"), "a.json", Backend.GEMINI_API, key, null, Account.GLOBAL),
                new Account(new AccountId("1a1b2c3d"), "b.json", Backend.CODE_ASSIST, login, null, Account.GLOBAL));
        return new ModelDirectory(
                vertx,
                config,
                new UpstreamClients(vertx, config, Trust.with(null)),
                new KeyOrNothing(),
                () -> accounts,
                () -> now,
                told::add);
    }

    private final class KeyOrNothing implements Authorizer {
        @Override
        public Future<Authorization> authorize(Account account) {
            return failing || !(account.credentials() instanceof Credentials.ApiKey key)
                    ? Future.failedFuture(new CredentialException(CredentialException.Kind.UNREACHABLE, "not now"))
                    : Future.succeededFuture(Authorization.apiKey(key.key()));
        }

        @Override
        public Future<Authorization> reauthorize(Account account, Authorization refused) {
            return authorize(account);
        }
    }
}
