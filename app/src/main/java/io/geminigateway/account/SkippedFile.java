package io.geminigateway.account;

/// A file in the accounts folder that is not used as it stands, and why. `disabled` when a person wanted it so.
public record SkippedFile(String file, String reason, boolean disabled) {}
