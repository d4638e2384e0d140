package io.geminigateway.openai.embeddings;

import java.util.List;

/// The texts to embed: one string, or a list of them.
record EmbeddingInput(List<String> texts) {}
