package io.geminigateway.account;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What an account proves itself with.
public sealed interface Credentials {
    record ApiKey(Secret key) implements Credentials {}

    /// A person's Google login. `client` is the file's own OAuth client, if it names one; `token` is what the file
    /// held.
    record Login(
            @Nullable OAuthClient client,
            Secret refreshToken,
            @Nullable AccessToken token) implements Credentials {}

    /// A service account; `privateKey` is PKCS#8 in PEM. Signs for its tokens at `tokenUri`.
    record ServiceAccount(String email, String keyId, Secret privateKey, URI tokenUri) implements Credentials {}
}
