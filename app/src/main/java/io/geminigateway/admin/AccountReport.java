package io.geminigateway.admin;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account, or the file of one that does not serve, as operators see it; no secret is in it. `state` is a
/// [io.geminigateway.pool.PoolSnapshot.State] in small letters, or [#DISABLED] or [#SKIPPED]; `problem` says what is
/// wrong with the file; `mean` is the success rate that the pool believes in.
@Json(naming = Json.Naming.LowerUnderscore)
public record AccountReport(
        String id,
        String file,
        String state,
        @Nullable String backend,
        @Nullable String project,
        @Nullable FreezeReport freeze,
        @Nullable ParkedReport parked,
        @Nullable String problem,
        @Nullable Double mean,
        int inFlight,
        List<ModelReport> models) {

    public static final String DISABLED = "disabled";
    public static final String SKIPPED = "skipped";

    public AccountReport {
        models = models == null ? List.of() : List.copyOf(models); // an empty list is not written
    }

    /// A file that holds no account to serve with.
    static AccountReport outside(String id, String file, String state, String problem) {
        return new AccountReport(id, file, state, null, null, null, null, problem, null, 0, List.of());
    }

    /// Whether the pool knows it.
    public boolean isInPool() {
        return !state.equals(DISABLED) && !state.equals(SKIPPED);
    }

    /// Times are ISO 8601, in UTC; from `probe_from` on one call at a time finds out whether it is over.
    @Json(naming = Json.Naming.LowerUnderscore)
    public record FreezeReport(
            String cause,
            String since,
            String probeFrom,
            String until,
            int level,
            @Nullable String remedy) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    public record ParkedReport(String cause, String since, String remedy) {}

    /// The account for one model: what is believed is Beta(alpha, beta); `latency_ms` is the usual time to the first
    /// event.
    @Json(naming = Json.Naming.LowerUnderscore)
    public record ModelReport(
            String model,
            String state,
            double mean,
            double alpha,
            double beta,
            int inFlight,
            @Nullable Long latencyMs,
            @Nullable FreezeReport freeze) {}
}
