package io.geminigateway.pool;

import io.geminigateway.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How an account stands in one choice, for people: with its `score` as drawn this time, or `out` for a
/// reason until some time, if that is known. `mean` is the success rate believed in, `headroom` the part
/// of the quota that is left.
public record Candidate(
        AccountId id,
        String file,
        double score,
        double mean,
        double headroom,
        int inFlight,
        Choice.@Nullable Reason out,
        @Nullable Instant until) {}
