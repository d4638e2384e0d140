package io.geminigateway.gemini;

/// How hard a model thinks, weakest first. The constants are Gemini's own words.
public enum ThinkingLevel {
    MINIMAL(0),
    LOW(1),
    MEDIUM(2),
    HIGH(3),
    XHIGH(4);

    private final int strength;

    ThinkingLevel(int strength) {
        this.strength = strength;
    }

    /// How many steps lie between the two.
    int distance(ThinkingLevel other) {
        return Math.abs(strength - other.strength);
    }
}
