package io.geminigateway.account;

/// What a file in the accounts folder turned out to be. Reasons are for people and quote no value that may be secret.
sealed interface Reading {
    record Usable(Account account) implements Reading {}

    /// A person wrote `"disabled": true`.
    record Disabled() implements Reading {}

    /// Well-formed, but no account that we can serve with.
    record Refused(String reason) implements Reading {}

    /// Not a whole text, perhaps because somebody is writing it just now.
    record Torn(String reason) implements Reading {}
}
