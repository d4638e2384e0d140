package io.geminigateway.openai.completions;

import java.util.List;

/// The texts to continue: one string, or a list of them.
record Prompts(List<String> texts) {}
