package io.geminigateway.account;

/// Where fresh tokens are kept for the next start. Never blocks and never fails: serving goes on from memory.
public interface TokenStore {
    void save(AccountId account, Tokens tokens);
}
