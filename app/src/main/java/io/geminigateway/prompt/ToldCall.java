package io.geminigateway.prompt;

import io.geminigateway.gemini.Part;

/// A call of a tool that a client tells of again: by the id that the client has for it (empty for none), the client's
/// name for the tool, and as Gemini made it.
public record ToldCall(String spokenId, String clientName, Part part) {}
