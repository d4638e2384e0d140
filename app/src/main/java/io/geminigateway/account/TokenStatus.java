package io.geminigateway.account;

import java.time.Instant;
import java.util.Optional;

/// How an account stands with the token endpoint: when its token ends, what keeps it from getting another, and how
/// often
/// it got one.
public record TokenStatus(Optional<Instant> expiresAt, Optional<CredentialException> problem, Renewals renewals) {}
