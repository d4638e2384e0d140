package io.geminigateway.admin;

import io.avaje.jsonb.Json;
import io.geminigateway.pool.Candidate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the accounts would stand in a choice made now for this model: the best first, then those that are out.
/// Scores are drawn anew each time, as for a real request. `down` if the model itself seems to be down,
/// whoever asks.
@Json
public record Explanation(String model, boolean down, List<Contender> accounts) {
    public Explanation {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
    }

    /// `mean` is the success rate believed in, `headroom` the part of the quota that is left; `out` is a
    /// [io.geminigateway.pool.Choice.Reason] in small letters, until a time in ISO 8601 where that is known.
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Contender(
            String id,
            String file,
            double score,
            double mean,
            double headroom,
            int inFlight,
            @Nullable String out,
            @Nullable String until) {

        static Contender of(Candidate candidate) {
            return new Contender(
                    candidate.id().value(),
                    candidate.file(),
                    candidate.score(),
                    candidate.mean(),
                    candidate.headroom(),
                    candidate.inFlight(),
                    candidate.out() == null ? null : candidate.out().name().toLowerCase(Locale.ROOT),
                    candidate.until() == null ? null : candidate.until().toString());
        }
    }
}
