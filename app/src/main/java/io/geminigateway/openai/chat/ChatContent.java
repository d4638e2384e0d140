package io.geminigateway.openai.chat;

import java.util.List;

/// The content of a message: a string, or a list of parts. A string is one part of text.
public record ChatContent(List<ChatPart> parts) {}
