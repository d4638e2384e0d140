/// What the requests of all dialects have in common on their way to Gemini: turns, calls and their results, media,
/// parameters that a model may not know. Reads no wire format of its own. Start at [Turns].
@NullMarked
package io.geminigateway.prompt;

import org.jspecify.annotations.NullMarked;
