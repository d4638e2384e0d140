/// What Gemini's events mean to whoever asked, in nobody's words: texts, thoughts, calls, sources, an end. Each dialect
/// writes that down in its own. Start at [Answer].
@NullMarked
package io.geminigateway.answer;

import org.jspecify.annotations.NullMarked;
