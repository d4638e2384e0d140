package io.geminigateway.simulator;

import java.time.Instant;

/// Where and when an error happens: Google words it accordingly.
record Occasion(Entry.Service service, String model, String project, Instant now) {
    String host() {
        return switch (service) {
            case GEMINI_API -> "generativelanguage.googleapis.com";
            case CODE_ASSIST -> "cloudcode-pa.googleapis.com";
            case VERTEX -> "aiplatform.googleapis.com";
            case OAUTH -> "oauth2.googleapis.com";
        };
    }

    boolean isCodeAssist() {
        return service == Entry.Service.CODE_ASSIST;
    }

    boolean isVertex() {
        return service == Entry.Service.VERTEX;
    }
}
