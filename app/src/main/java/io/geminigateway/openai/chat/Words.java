package io.geminigateway.openai.chat;

import org.jspecify.annotations.Nullable;

/// A text that comes in pieces. Mostly there is one, and then it is not copied.
final class Words {
    private String first = "";
    private @Nullable StringBuilder all;

    void append(String piece) {
        if (all != null) {
            all.append(piece);
        } else if (first.isEmpty()) {
            first = piece;
        } else {
            all = new StringBuilder(first).append(piece);
        }
    }

    int length() {
        return all == null ? first.length() : all.length();
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    @Override
    public String toString() {
        return all == null ? first : all.toString();
    }
}
