package io.geminigateway.account;

import java.time.Instant;
import java.util.Optional;

/// What a person's consent came to. `email` is whose it is, if Google told.
public record LoginGrant(
        Secret accessToken, Secret refreshToken, String type, Instant expiresAt, Optional<String> email) {}
