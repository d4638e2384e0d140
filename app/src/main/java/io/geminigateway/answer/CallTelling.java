package io.geminigateway.answer;

import io.geminigateway.gemini.Place;
import io.geminigateway.gemini.Signatures;
import io.geminigateway.gemini.ToolNames;

/// What a request says about the calls of its answer: the client's names for its tools, how many calls it takes at a
/// time, where in the conversation they are made, and how ids of ours begin in its dialect: `call_`.
public record CallTelling(ToolNames names, boolean takesMany, Signatures signatures, Place place, String idPrefix) {}
