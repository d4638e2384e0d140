/// Embeddings: texts in, vectors out. Pure. Start at [Embeddings].
@NullMarked
package io.geminigateway.openai.embeddings;

import org.jspecify.annotations.NullMarked;
