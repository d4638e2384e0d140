package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `models.json`, ours or an operator's; every part may be absent.
@Json
record ModelsFile(
        @Nullable Map<String, String> aliases,
        @Nullable Map<String, Traits> capabilities,
        @Nullable List<Entry> chat,
        @Nullable List<Entry> image,
        @Nullable List<Entry> speech,
        @Nullable List<Entry> embedding) {

    /// One model.
    @Json
    record Entry(
            String id,
            @Nullable String displayName,
            @Nullable LocalDate released,
            int inputTokenLimit,
            @Nullable Integer outputTokenLimit,
            @Nullable Double maxTemperature) {}

    /// What the file says about the models of one pattern; absent is what earlier patterns said. Words are checked by
    /// whoever reads them.
    @Json
    record Traits(
            @Nullable Thought thinking,
            @Nullable Boolean sampling,
            @Nullable Boolean penalties,
            @Nullable Boolean logprobs,
            @Nullable Integer answers,
            @Nullable Boolean prefill,
            @Nullable Boolean tools,
            @Nullable Boolean search,
            @Nullable Boolean searchWithTools,
            @Nullable Boolean json,
            @Nullable Boolean jsonWithTools,
            @Nullable Boolean cache,
            @Nullable Boolean resolutionPerPart,
            @Nullable List<String> input,
            @Nullable List<String> output) {}

    /// `control` is `none`, `level` or `budget`.
    @Json
    record Thought(
            @Nullable String control,
            @Nullable List<String> levels,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable Boolean off,
            @Nullable String usual) {}
}
