package io.geminigateway.account;

/// The one credential of an upstream call: a header's name, in lower case, and its value.
public record Authorization(String header, Secret value) {
    public static Authorization bearer(Secret token) {
        return new Authorization("authorization", new Secret("Bearer " + token.reveal()));
    }

    public static Authorization apiKey(Secret key) {
        return new Authorization("x-goog-api-key", key);
    }
}
