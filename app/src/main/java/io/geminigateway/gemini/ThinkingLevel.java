package io.geminigateway.gemini;

/// How hard a model thinks, weakest first. The constants are Gemini's own words.
public enum ThinkingLevel {
    MINIMAL,
    LOW,
    MEDIUM,
    HIGH,
    XHIGH
}
