/// Anthropic's API as a dialect: what its endpoints share, and the list of models. Pure. Start at [AnthropicErrors];
/// the messages have a package of their own.
@NullMarked
package io.geminigateway.anthropic;

import org.jspecify.annotations.NullMarked;
