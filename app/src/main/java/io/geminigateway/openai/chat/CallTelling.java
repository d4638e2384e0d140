package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Place;
import io.geminigateway.gemini.Signatures;

/// What a request says about the calls of its answer: the client's names for its tools, how many calls it takes at a
/// time, and where in the conversation they are made.
record CallTelling(Tools tools, ToolNames names, boolean takesMany, Signatures signatures, Place place) {}
