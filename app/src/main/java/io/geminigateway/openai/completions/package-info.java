/// Completions of old: a text in, its continuation out. Pure. Start at [Completions].
@NullMarked
package io.geminigateway.openai.completions;

import org.jspecify.annotations.NullMarked;
