package io.geminigateway.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one refresh brought. `obtainedWith` is the refresh token that was spent, `rotated` its successor, if Google
/// gave one.
public record Tokens(
        Secret obtainedWith,
        Secret accessToken,
        String type,
        Instant expiresAt,
        @Nullable Secret rotated) {

    /// The refresh token that is good from now on.
    Secret refreshToken() {
        return rotated == null ? obtainedWith : rotated;
    }

    /// The same, but for a rotation that these tokens build upon and that is not in the file yet.
    Tokens after(Tokens earlier) {
        return new Tokens(obtainedWith, accessToken, type, expiresAt, rotated == null ? earlier.rotated : rotated);
    }
}
