package io.geminigateway.gemini;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Why a candidate ended, in Gemini's words, and what that means to us: the one place that decides it. A word we do not
/// know counts as [#OTHER].
public enum FinishReason {
    STOP(Meaning.FINISHED),
    MAX_TOKENS(Meaning.LIMIT),
    CONTINUATION(Meaning.TO_BE_CONTINUED),

    SAFETY(Meaning.BLOCKED),
    BLOCKLIST(Meaning.BLOCKED),
    PROHIBITED_CONTENT(Meaning.BLOCKED),
    SPII(Meaning.BLOCKED),
    RECITATION(Meaning.BLOCKED),
    LANGUAGE(Meaning.BLOCKED),
    IMAGE_SAFETY(Meaning.BLOCKED),
    IMAGE_PROHIBITED_CONTENT(Meaning.BLOCKED),
    IMAGE_RECITATION(Meaning.BLOCKED),

    MALFORMED_FUNCTION_CALL(Meaning.MISSTEP),
    MALFORMED_RESPONSE(Meaning.MISSTEP),
    UNEXPECTED_TOOL_CALL(Meaning.MISSTEP),
    TOO_MANY_TOOL_CALLS(Meaning.MISSTEP),

    MISSING_THOUGHT_SIGNATURE(Meaning.UNSIGNED),

    OTHER(Meaning.UNEXPLAINED),
    IMAGE_OTHER(Meaning.UNEXPLAINED),
    NO_IMAGE(Meaning.UNEXPLAINED),
    FINISH_REASON_UNSPECIFIED(Meaning.UNEXPLAINED);

    /// What an end of this kind says of the answer before it.
    public enum Meaning {
        /// A natural end, also after calls. With nothing before it, no answer.
        FINISHED,
        /// A limit was reached; thinking alone may have done so, hence an answer even if empty.
        LIMIT,
        /// The hop is over, the answer is not.
        TO_BE_CONTINUED,
        /// Google's filters stopped it; an answer even if empty.
        BLOCKED,
        /// The model tripped over its own words: the same question asked again is often answered.
        MISSTEP,
        /// A call in the request lacks its thought signature.
        UNSIGNED,
        /// Says nothing. With nothing before it, no answer.
        UNEXPLAINED
    }

    private static final Map<String, FinishReason> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private final Meaning meaning;

    FinishReason(Meaning meaning) {
        this.meaning = meaning;
    }

    public static FinishReason of(String wireName) {
        return BY_NAME.getOrDefault(wireName, OTHER);
    }

    public Meaning meaning() {
        return meaning;
    }
}
