package io.geminigateway.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The short name of an account in logs and metrics: 8 hex digits that tell nothing of the person or project behind it.
public record AccountId(String value) {
    /// The id of the account in this file of the accounts folder: the same on every server that the folder is
    /// copied to.
    public static AccountId ofFile(String fileName) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(fileName.getBytes(StandardCharsets.UTF_8));
            return new AccountId(HexFormat.of().formatHex(hash, 0, 4));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
