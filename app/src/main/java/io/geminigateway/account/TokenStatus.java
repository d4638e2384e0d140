package io.geminigateway.account;

import java.time.Instant;
import java.util.Optional;

/// How an account stands with the token endpoint: when its token ends, and what keeps it from getting another.
public record TokenStatus(Optional<Instant> expiresAt, Optional<CredentialException> problem) {}
