/// The common language: Gemini's own wire format as records. Pure: no socket, file, clock or random source. Start at
/// [GenerateContentRequest].
@NullMarked
package io.geminigateway.gemini;

import org.jspecify.annotations.NullMarked;
