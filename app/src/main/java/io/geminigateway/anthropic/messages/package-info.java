/// Anthropic's Messages on Gemini: requests read, answers written as blocks, tokens counted. Start at [Messages].
@NullMarked
package io.geminigateway.anthropic.messages;

import org.jspecify.annotations.NullMarked;
