package io.geminigateway.gemini;

/// Where something lies that a client left with Google. `account` is the id of the account that took it; `project` is
/// that account's, empty where it is not known: all accounts of a project see the same things. `address` is where an
/// upload goes on, empty for everything else.
public record Holding(String account, String project, String address) {}
