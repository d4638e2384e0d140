package io.geminigateway.gemini;

import java.util.Set;

/// What a model can do and what it refuses. `sampling`: it heeds temperature, top_p and top_k; `answers`: how many it
/// gives to one request; `prefill`: it continues a turn of its own; `search`: Google Search as a built-in tool;
/// `cache`:
/// explicit caches; `resolutionPerPart`: each picture may have its own. The rest is named like the request's fields.
public record Capabilities(
        Thinking thinking,
        boolean sampling,
        boolean penalties,
        boolean logprobs,
        int answers,
        boolean prefill,
        boolean tools,
        boolean search,
        boolean searchWithTools,
        boolean json,
        boolean jsonWithTools,
        boolean cache,
        boolean resolutionPerPart,
        Set<Modality> input,
        Set<Modality> output) {

    /// Of a model that nothing is known about.
    static final Capabilities UNKNOWN = new Capabilities(
            Thinking.Uncontrolled.UNCONTROLLED,
            true,
            false,
            false,
            1,
            true,
            true,
            true,
            true,
            true,
            true,
            true,
            false,
            Set.of(Modality.values()),
            Set.of(Modality.TEXT));

    public Capabilities {
        input = Set.copyOf(input);
        output = Set.copyOf(output);
    }

    /// The same of a model that thinks and caches otherwise.
    Capabilities with(Thinking otherThinking, boolean otherCache) {
        return new Capabilities(
                otherThinking,
                sampling,
                penalties,
                logprobs,
                answers,
                prefill,
                tools,
                search,
                searchWithTools,
                json,
                jsonWithTools,
                otherCache,
                resolutionPerPart,
                input,
                output);
    }
}
