package io.geminigateway.account;

/// The operator's own OAuth client; a refresh token only works with the client that obtained it.
public record OAuthClient(String id, Secret secret) {}
