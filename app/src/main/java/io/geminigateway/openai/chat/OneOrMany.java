package io.geminigateway.openai.chat;

import java.util.List;

/// A string, or a list of strings.
public record OneOrMany(List<String> strings) {}
