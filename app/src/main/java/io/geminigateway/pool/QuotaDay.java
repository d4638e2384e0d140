package io.geminigateway.pool;

import java.time.Instant;
import java.time.ZoneId;

/// The day that Google's daily quotas count: from midnight to midnight in California.
final class QuotaDay {
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

    private QuotaDay() {}

    /// The midnight after this moment. Days in which the clocks change are an hour longer or shorter.
    static Instant end(Instant moment) {
        var today = moment.atZone(CALIFORNIA).toLocalDate();
        return today.plusDays(1).atStartOfDay(CALIFORNIA).toInstant();
    }
}
