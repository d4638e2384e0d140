package io.geminigateway.prompt;

import io.geminigateway.gemini.Part;
import java.util.List;

/// What a tool gave back, or what went wrong in it.
public record ToldResult(List<Part> content, boolean isError) {
    public ToldResult {
        content = List.copyOf(content);
    }

    public static ToldResult of(List<Part> content) {
        return new ToldResult(content, false);
    }
}
