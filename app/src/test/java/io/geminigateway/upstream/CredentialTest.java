package io.geminigateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Account;
import io.geminigateway.account.Backend;
import io.geminigateway.account.CredentialException;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialTest {
    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Backend.class,
            names = {"VERTEX", "CODE_ASSIST"})
    void aRefusedTokenIsRenewedOnceAndTheCallGoesOn(Backend backend) {
        var old = rig.liveToken();
        rig.ada.expireTokens();
        rig.authorizer.token(old).newerToken(rig.liveToken());

        var heard = rig.ask(rig.login(backend), true);

        assertThat(heard.failure()).isEqualTo("ended");
        assertThat(rig.authorizer.reauthorized()).isOne();
        assertThat(rig.google.ledger().entries()).hasSize(2);
    }

    @Test
    void aSecondRefusalIsTheAccounts() {
        rig.authorizer.token(rig.liveToken());
        rig.ada.expireTokens();

        var heard = rig.ask(rig.login(Backend.VERTEX), false);

        assertThat(heard.failure()).isEqualTo("account_auth_failed");
        assertThat(rig.authorizer.reauthorized()).isOne();
    }

    @Test
    void aLoginThatCannotBeRenewedIsDead() {
        rig.authorizer.token(rig.liveToken()).nothingNewer(CredentialException.Kind.REJECTED);
        rig.ada.expireTokens();

        assertThat(rig.ask(rig.login(Backend.VERTEX), true).failure()).isEqualTo("account_auth_failed");
        assertThat(rig.google.ledger().entries()).hasSize(1);
    }

    @Test
    void aRefusedKeyCannotBeRenewed() {
        rig.ada.next(Reaction.failure(GoogleError.UNAUTHENTICATED));

        assertThat(rig.stream().failure()).isEqualTo("account_key_invalid");
        assertThat(rig.authorizer.reauthorized()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "REJECTED, account_auth_failed, sign in",
        "MISCONFIGURED, account_permission_denied, sign in",
        "UNREACHABLE, upstream_connect, ''"
    })
    void noCredentialNoCall(CredentialException.Kind kind, String type, String remedy) {
        rig.authorizer.gives(() -> Future.failedFuture(new CredentialException(kind, "sign in")));

        var heard = rig.ask(rig.login(Backend.CODE_ASSIST), true);

        assertThat(heard.failure()).isEqualTo(type);
        assertThat(heard.failureItself().remedy()).isEqualTo(remedy);
        assertThat(rig.google.ledger().entries()).isEmpty();
    }

    @Test
    void vertexNeedsAProject() {
        rig.authorizer.token("any");
        var login = rig.login(Backend.VERTEX);
        var account =
                new Account(login.id(), login.file(), login.backend(), login.credentials(), null, login.location());

        var heard = rig.ask(account, true);

        assertThat(heard.failure()).isEqualTo("account_permission_denied");
        assertThat(heard.failureItself().remedy()).contains("project_id");
    }
}
