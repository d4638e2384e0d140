package io.geminigateway.openai.chat;

import io.geminigateway.gemini.GenerateContentRequest;
import java.util.regex.Pattern;

/// What a request says about the parts of its answer beyond text and calls: whether it may have sources, how pictures
/// come, and whether sound comes as a file.
record AnswerShape(boolean mayHaveSources, boolean picturesAsText, boolean soundAsFile) {
    private static final Pattern TOOLS_WITH_SOURCES =
            Pattern.compile("\"(?:google_?[sS]earch|url_?[cC]ontext|google_?[mM]aps|enterprise_?[wW]eb_?[sS]earch|"
                    + "file_?[sS]earch|retrieval)\"");

    static AnswerShape of(ChatRequest request, GenerateContentRequest gemini, boolean picturesAsText) {
        var tools = gemini.tools();
        var audio = request.audio();
        return new AnswerShape(
                tools != null && TOOLS_WITH_SOURCES.matcher(tools).find(),
                picturesAsText,
                audio == null || !"pcm16".equals(audio.format()));
    }
}
