package io.geminigateway.failure;

/// Whose fault a failure is. Only [#ACCOUNT] counts fully against an account; [#UPSTREAM] is weak evidence;
/// the other two never touch one.
public enum Blame {
    CLIENT,
    ACCOUNT,
    UPSTREAM,
    GATEWAY
}
