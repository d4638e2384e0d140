package io.geminigateway.doctor;

import io.avaje.jsonb.Json;
import java.util.List;

/// All findings, as `--json` prints them. `ok` when none of them fails.
@Json(naming = Json.Naming.LowerUnderscore)
public record Diagnosis(boolean ok, List<Finding> findings) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }
}
