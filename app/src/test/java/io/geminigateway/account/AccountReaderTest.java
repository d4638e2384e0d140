package io.geminigateway.account;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountReaderTest {
    @Test
    void anApiKeyServesByTheDeveloperApi() {
        var account = Samples.account("key.json", Samples.API_KEY);

        assertThat(account)
                .isEqualTo(new Account(
                        AccountId.ofFile("key.json"),
                        "key.json",
                        Backend.GEMINI_API,
                        new Credentials.ApiKey(new Secret("AQ.any-thing")),
                        null,
                        "global"));
    }

    @Test
    void aLoginServesByCodeAssist() {
        var account = Samples.account("a.json", Samples.LOGIN);

        assertThat(account.backend()).isEqualTo(Backend.CODE_ASSIST);
        assertThat(account.project()).contains("my-project");
        assertThat(account.credentials())
                .isEqualTo(new Credentials.Login(
                        null,
                        new Secret("1//first"),
                        new AccessToken(new Secret("ya29.old"), Instant.ofEpochMilli(1795348800000L))));
    }

    @Test
    void aLoginMayBringItsClientAndGoToVertex() {
        var account = Samples.account("a.json", """
                {"backend": "vertex", "projectId": "p", "location": "us-central1",
                 "client_id": "own", "client_secret": "s", "credentials": {"refresh_token": "1//r"}}""");

        assertThat(account.backend()).isEqualTo(Backend.VERTEX);
        assertThat(account.location()).isEqualTo("us-central1");
        assertThat(account.credentials())
                .isEqualTo(new Credentials.Login(new OAuthClient("own", new Secret("s")), new Secret("1//r"), null));
    }

    @Test
    void aLoginWithoutProjectIsKeptForDiscovery() {
        var account = Samples.account("a.json", "{\"credentials\":{\"refresh_token\":\"1//r\"}}");

        assertThat(account.project()).isEmpty();
    }

    @Test
    void aServiceAccountServesByVertex() {
        var account = Samples.account("s.json", Samples.serviceAccount());

        assertThat(account.backend()).isEqualTo(Backend.VERTEX);
        assertThat(account.project()).contains("vertex-project");
        assertThat(account.location()).isEqualTo("global");
        assertThat(account.credentials()).isInstanceOfSatisfying(Credentials.ServiceAccount.class, key -> {
            assertThat(key.email()).isEqualTo("robot@vertex-project.iam.gserviceaccount.com");
            assertThat(key.keyId()).isEqualTo("k1");
            assertThat(key.tokenUri()).isEqualTo(URI.create("https://oauth2.googleapis.com/token"));
        });
    }

    @Test
    void gcloudsLoginServesByVertexInItsQuotaProject() {
        var account = Samples.account("g.json", Samples.AUTHORIZED_USER);

        assertThat(account.backend()).isEqualTo(Backend.VERTEX);
        assertThat(account.project()).contains("quota-project");
        assertThat(account.credentials())
                .isEqualTo(new Credentials.Login(
                        new OAuthClient("gcloud-client", new Secret("gcloud-secret")), new Secret("1//gcloud"), null));
    }

    @Test
    void gcloudsLoginMayGoToCodeAssist() {
        var text = Samples.AUTHORIZED_USER.replace("{\n", "{\n\"backend\": \"code_assist\",\n");

        assertThat(Samples.account("g.json", text).backend()).isEqualTo(Backend.CODE_ASSIST);
    }

    @Test
    void aByteOrderMarkIsNoHindrance() {
        assertThat(read("\uFEFF" + Samples.API_KEY)).isInstanceOf(Reading.Usable.class);
    }

    @Test
    void aDisabledFileIsNoAccount() {
        assertThat(read("{\"disabled\": true, \"type\": \"api_key\", \"key\": \"k\"}"))
                .isEqualTo(new Reading.Disabled());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"type\": \"api_key\"", "not json", "{\"type\": \"api_key\", \"key\": \"k\"} canary"})
    void aBrokenTextIsTorn(String text) {
        assertThat(read(text)).isInstanceOf(Reading.Torn.class);
    }

    @Test
    void anotherEncodingIsTorn() {
        assertThat(AccountReader.read("a.json", Samples.API_KEY.getBytes(UTF_16)))
                .isInstanceOf(Reading.Torn.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                        | no known kind
            {"type":"canary"}                                         | its type is none of
            {"type":"external_account","audience":"canary"}           | not supported
            {"type":"impersonated_service_account"}                   | not supported
            {"installed":{"client_id":"c","client_secret":"canary"}}  | OAUTH_CLIENT_ID
            {"type":"api_key"}                                        | its key is missing
            {"type":"api_key","key":" "}                              | its key is missing
            {"type":"api_key","key":17}                               | its key is missing
            {"type":"api_key","key":"canary\\n"}                      | its key holds a line break
            {"type":"api_key","key":"canary","backend":"code_assist"} | cannot be used with the backend
            {"type":"api_key","key":"canary","backend":"moon"}        | its backend is none of
            {"credentials":{"access_token":"canary"}}                 | its credentials.refresh_token is missing
            {"credentials":{"refresh_token":"canary\\r"}}             | line break
            {"credentials":{"refresh_token":"r","access_token":"canary\\n"}} | line break
            {"credentials":{"refresh_token":"r"},"client_id":"c"}     | its client_secret is missing
            {"credentials":{"refresh_token":"r"},"backend":"vertex"}  | needs a project
            {"credentials":{"refresh_token":"r"},"projectId":"4711"}  | project's number
            {"credentials":{"refresh_token":"r"},"projectId":"a/b?c"} | its projectId is not
            {"credentials":{"refresh_token":"r"},"location":"a.evil"} | its location is not
            {"type":"authorized_user","refresh_token":"canary"}       | its client_id is missing
            {"type":"service_account","private_key":"canary"}         | its private_key is not
            {"type":"service_account","project_id":"p"}               | its private_key is missing
            {"type":"service_account","universe_domain":"evil.com"}   | universe_domain
            """)
    void whatCannotServeIsRefusedWithAReason(String text, String reason) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason).doesNotContain("canary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x/y", "/token", "https://", "not a uri"})
    void aServiceAccountAsksOverHttpOnly(String tokenUri) {
        var text = Samples.serviceAccount().replace("https://oauth2.googleapis.com/token", tokenUri);

        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason()).contains("token_uri"));
    }

    @Test
    void hugeFilesAreNotLookedInto() {
        var text = "{\"type\": \"api_key\", \"key\": \"k\", \"x\": \"" + "x".repeat(70_000) + "\"}";

        assertThat(read(text)).isInstanceOf(Reading.Refused.class);
    }

    private static Reading read(String text) {
        return AccountReader.read("a.json", text.getBytes(UTF_8));
    }

    @Test
    void anAccountMayHaveAProxyOfItsOwn() {
        var account = Samples.account("a.json", """
                {"type": "api_key", "key": "k", "proxy": "socks5://me:hush@10.0.0.1:9050"}""");

        assertThat(account.proxy()).isEqualTo(Proxy.parse("socks5://me:hush@10.0.0.1:9050"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"proxy:3128\"", "\"\"", "7", "{}"})
    void anAccountWhoseProxyCannotBeReadDoesNotServeWithoutIt(String proxy) {
        var reading = AccountReader.read(
                "a.json",
                "{\"type\": \"api_key\", \"key\": \"k\", \"proxy\": %s}"
                        .formatted(proxy)
                        .getBytes(UTF_8));

        assertThat(reading).isInstanceOf(Reading.Refused.class);
    }
}
