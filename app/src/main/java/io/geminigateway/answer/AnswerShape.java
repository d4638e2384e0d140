package io.geminigateway.answer;

import io.geminigateway.gemini.GenerateContentRequest;
import java.util.regex.Pattern;

/// What a request says about the parts of its answer beyond text and calls: whether it may have sources, and how
/// pictures come.
public record AnswerShape(boolean mayHaveSources, boolean picturesAsText) {
    private static final Pattern TOOLS_WITH_SOURCES =
            Pattern.compile("\"(?:google_?[sS]earch|url_?[cC]ontext|google_?[mM]aps|enterprise_?[wW]eb_?[sS]earch|"
                    + "file_?[sS]earch|retrieval)\"");

    public static AnswerShape of(GenerateContentRequest request, boolean picturesAsText) {
        var tools = request.tools();
        return new AnswerShape(
                tools != null && TOOLS_WITH_SOURCES.matcher(tools).find(), picturesAsText);
    }
}
