package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// Gathers what identifies something into one short name. Each word is told apart from the next.
final class Fingerprint {
    private static final int BYTES = 24;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /// Copied rather than looked up each time.
    private static final MessageDigest FRESH = sha256();

    private final MessageDigest digest = copy(FRESH);

    Fingerprint word(String word) {
        text(word);
        return end();
    }

    /// A part of a word.
    Fingerprint text(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// Ends a word: no UTF-8 holds this byte.
    Fingerprint end() {
        digest.update((byte) 0xFF);
        return this;
    }

    /// 32 characters that are safe in a URL. The fingerprint starts anew.
    String take() {
        return name(digest);
    }

    /// The same, and the fingerprint goes on.
    String soFar() {
        return name(copy(digest));
    }

    private static String name(MessageDigest digest) {
        return TEXT.encodeToString(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
