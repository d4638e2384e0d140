package io.geminigateway.admin;

import io.avaje.jsonb.Json;

/// What went wrong, for a person.
@Json
public record ErrorReport(Detail error) {
    /// The answer with this sentence.
    static ErrorReport of(String message) {
        return new ErrorReport(new Detail(message));
    }

    @Json
    public record Detail(String message) {}
}
