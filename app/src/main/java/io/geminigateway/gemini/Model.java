package io.geminigateway.gemini;

import java.time.LocalDate;
import java.time.ZoneOffset;

/// One model that Google offers. Limits are in tokens, 0 where there is none; `released` is the first of the month
/// where only the month is known, and the day of the model's family where not even that is.
public record Model(
        ModelName name,
        String displayName,
        Kind kind,
        LocalDate released,
        int inputTokenLimit,
        int outputTokenLimit,
        double maxTemperature) {
    static final double USUAL_MAX_TEMPERATURE = 2;

    /// Of models whose release nobody told us.
    static final LocalDate LONG_AGO = LocalDate.EPOCH;

    public enum Kind {
        CHAT,
        IMAGE,
        SPEECH,
        EMBEDDING
    }

    /// The release as seconds since 1970, the way model lists tell it.
    public long created() {
        return released.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
