package io.geminigateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | {"error":"invalid_grant","error_description":"canary"}       | REJECTED      | sign in again
            400 | {"error":"invalid_grant","error_subtype":"invalid_rapt"}     | REJECTED      | sign in again
            403 | {"error":"access_denied"}                                    | REJECTED      | administrator
            400 | {"error":"admin_policy_enforced"}                            | REJECTED      | administrator
            401 | {"error":"invalid_client","error_description":"canary"}      | MISCONFIGURED | OAUTH_CLIENT_ID and OAUTH_CLIENT_SECRET
            401 | {"error":"unauthorized_client"}                              | MISCONFIGURED | OAUTH_CLIENT_ID
            401 | {"error":"deleted_client"}                                   | MISCONFIGURED | OAUTH_CLIENT_ID
            400 | {"error":"invalid_request"}                                  | MISCONFIGURED | OAUTH_TOKEN_ENDPOINT
            403 | {"error":"rate_limit_exceeded"}                              | UNREACHABLE   | 403
            429 | {"error":"invalid_grant"}                                    | UNREACHABLE   | 429
            500 | {"error":"internal_failure"}                                 | UNREACHABLE   | 500
            503 | <html>canary</html>                                          | UNREACHABLE   | 503
            400 | {"error":"Canary canary!"}                                   | UNREACHABLE   | 400
            302 | {}                                                           | UNREACHABLE   | 302
            200 | {}                                                           | UNREACHABLE   | without an access token
            200 | {"access_token":"canary                                      | UNREACHABLE   | without JSON
            200 | {"access_token":"canary\\r\\n"}                              | UNREACHABLE   | without an access token
            """)
    void aLoginsErrorsHaveAMeaningAndARemedy(int status, String body, CredentialException.Kind kind, String remedy) {
        var account = Samples.account("a.json", Samples.LOGIN);

        assertRefused(account, status, body, kind, remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | {"error":"invalid_grant","error_description":"Invalid JWT Signature."} | REJECTED      | new key
            400 | {"error":"invalid_grant","error_description":"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."} | MISCONFIGURED | clock
            401 | {"error":"invalid_client"}                                             | REJECTED      | service account
            """)
    void aServiceAccountsErrorsConcernItsKey(int status, String body, CredentialException.Kind kind, String remedy) {
        var account = Samples.account("s.json", Samples.serviceAccount());

        assertRefused(account, status, body, kind, remedy);
    }

    private static void assertRefused(
            Account account, int status, String body, CredentialException.Kind kind, String remedy) {
        var answer = TokenAnswer.read(account, new TokenEndpoint.Answer(status, body));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        TokenAnswer.Refused.class,
                        refused -> assertThat(refused.reason())
                                .hasMessageContaining(remedy)
                                .hasMessageNotContainingAny("canary", "Canary")
                                .extracting(CredentialException::kind)
                                .isEqualTo(kind));
    }
}
