package io.geminigateway.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A bearer token. Without `expiresAt` it is taken as live until Google refuses it.
public record AccessToken(Secret value, @Nullable Instant expiresAt) {}
