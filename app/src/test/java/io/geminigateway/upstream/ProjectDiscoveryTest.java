package io.geminigateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Backend;
import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectDiscoveryTest {
    private final Rig rig = new Rig();

    @BeforeEach
    void signIn() {
        rig.authorizer.token(rig.liveToken());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theProjectThatGoogleKnowsIsUsedAndHandedOut() {
        assertThat(rig.ask(rig.loginWithoutProject(), true).failure()).isEqualTo("ended");

        assertThat(rig.found).containsExactly("sim-ada");
        assertThat(rig.google.ledger().of("ada").getFirst().body()).contains("\"project\":\"sim-ada\"");
    }

    @Test
    void anAccountWithoutOneIsSignedUpOnceForAllWhoAsk() {
        rig.ada.withoutProject();

        var heard = IntStream.range(0, 5)
                .mapToObj(_ -> rig.ask(rig.loginWithoutProject(), true))
                .toList();

        assertThat(heard).allSatisfy(one -> assertThat(one.failure()).isEqualTo("ended"));
        assertThat(calls(Entry.Kind.LOAD_CODE_ASSIST)).isOne();
        assertThat(calls(Entry.Kind.ONBOARD)).isOne();
        assertThat(rig.found).containsExactly("sim-ada");
    }

    @Test
    void whatWasFoundIsRemembered() {
        rig.ask(rig.loginWithoutProject(), true).failure();
        rig.ask(rig.loginWithoutProject(), true).failure();

        assertThat(calls(Entry.Kind.LOAD_CODE_ASSIST)).isOne();
    }

    @Test
    void aRefusedAccountMakesTheNextCallSearchAnew() {
        rig.ada.next(Reaction.failure(GoogleError.PERMISSION_DENIED_SERVICE_DISABLED));

        assertThat(rig.ask(rig.loginWithoutProject(), true).failure()).isEqualTo("account_permission_denied");
        assertThat(rig.ask(rig.loginWithoutProject(), true).failure()).isEqualTo("ended");

        assertThat(calls(Entry.Kind.LOAD_CODE_ASSIST)).isEqualTo(2);
    }

    @Test
    void aClosedTierSaysWhatToDoInstead() {
        rig.ada.nextSetup(answer("""
                {"allowedTiers":[{"id":"standard-tier","isDefault":true,"userDefinedCloudaicompanionProject":true}],
                 "ineligibleTiers":[{"reasonCode":"UNSUPPORTED_CLIENT","tierId":"free-tier","reasonMessage":"No longer."}]}"""));

        var heard = rig.ask(rig.loginWithoutProject(), true);

        assertThat(heard.failure()).isEqualTo("account_permission_denied");
        assertThat(heard.failureItself().reason()).isEqualTo("UNSUPPORTED_CLIENT");
        assertThat(heard.failureItself().message()).isEqualTo("No longer.");
        assertThat(heard.failureItself().remedy()).contains("API key or Vertex AI");
    }

    @Test
    void aPersonMustVerifyTheAccount() {
        rig.ada.nextSetup(answer("""
                {"ineligibleTiers":[{"reasonCode":"RESTRICTED_AGE"},
                 {"reasonCode":"VALIDATION_REQUIRED","validationUrl":"https://accounts.google.com/verify"}]}"""));

        var heard = rig.ask(rig.loginWithoutProject(), true);

        assertThat(heard.failure()).isEqualTo("account_validation_required");
        assertThat(heard.failureItself().remedy()).endsWith(": https://accounts.google.com/verify");
    }

    @Test
    void aTierThatNeedsAnOwnProjectSaysSo() {
        rig.ada.nextSetup(answer("{\"currentTier\":{\"id\":\"standard-tier\"}}"));

        var heard = rig.ask(rig.loginWithoutProject(), true);

        assertThat(heard.failure()).isEqualTo("account_permission_denied");
        assertThat(heard.failureItself().remedy()).contains("project_id");
    }

    @Test
    void aFailedOperationIsClassified() {
        rig.ada
                .withoutProject()
                .nextSetup(
                        Reaction.ordinary(),
                        answer(
                                "{\"name\":\"operations/x\",\"done\":true,\"error\":{\"code\":8,\"status\":\"RESOURCE_EXHAUSTED\","
                                        + "\"message\":\"Too many\"}}"));

        assertThat(rig.ask(rig.loginWithoutProject(), true).failure()).isEqualTo("account_rate_limited");
    }

    @Test
    void aServerErrorIsNotTheAccountsFaultAndIsNotRemembered() {
        rig.ada.nextSetup(Reaction.failure(GoogleError.UNAVAILABLE));

        assertThat(rig.ask(rig.loginWithoutProject(), true).failure()).isEqualTo("upstream_5xx");
        assertThat(rig.ask(rig.loginWithoutProject(), true).failure()).isEqualTo("ended");
    }

    @Test
    void anExpiredTokenIsRenewedForTheSearchToo() {
        rig.ada.expireTokens();
        rig.authorizer.newerToken(rig.liveToken());

        assertThat(rig.ask(rig.loginWithoutProject(), true).failure()).isEqualTo("ended");
        assertThat(rig.authorizer.reauthorized()).isOne();
    }

    @Test
    void aKnownProjectIsNotSearchedFor() {
        rig.ask(rig.login(Backend.CODE_ASSIST), true).failure();

        assertThat(calls(Entry.Kind.LOAD_CODE_ASSIST)).isZero();
    }

    private long calls(Entry.Kind kind) {
        return rig.google.ledger().count(entry -> entry.kind() == kind);
    }

    private static Reaction answer(String json) {
        return Reaction.raw(200, "application/json", json);
    }
}
